using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Makes the invoice of a top-up, once for each form however often it is sent.</summary>
public sealed class TopUpByForm(TopUpBalance endpoint, Links links)
{
    /// <summary>The path of the invoice's payment page, or why there is none.</summary>
    public async Task<Result<string>> Make(Visit visit, Seat seat, Money amount, string key, CancellationToken cancel)
    {
        var request = new TopUpBalanceRequest { Amount = MoneyBody.Of(amount) };
        return await endpoint.Handle(seat.CustomerId.Value, request, CallOf(visit, seat, request, key), cancel) switch
        {
            Answer<InvoiceView> { Refusal: { } refusal } => refusal,
            Answer<InvoiceView> answer => PathOf(answer.Value.Id),
            StoredAnswer stored => PathOf(JsonSerializer.Deserialize<InvoiceView>(stored.Body, Json.Api)!.Id),
            var other => throw new InvalidOperationException($"A top-up was answered with {other.GetType().Name}."),
        };
    }

    private string PathOf(string invoice) => $"/pay/{links.PayPath(new Id<Domain.Invoices.Invoice>(invoice))}";

    private static Call CallOf(Visit visit, Seat seat, TopUpBalanceRequest request, string key) => new(new Caller
    {
        Kind = CallerKind.Customer,
        MerchantId = visit.Merchant.Id,
        CredentialId = visit.Visitor!.SessionId.Value,
        CustomerId = seat.CustomerId,
        Role = seat.Role,
    })
    {
        // Another amount on the same form, after "back", is another top-up.
        IdempotencyKey = key.Length is > 0 and <= Limits.CodeLength ? $"{key}-{request.Amount.Amount}" : null,
        Fingerprint = Call.FingerprintOf(HttpMethods.Post, $"/v1/customers/{seat.CustomerId}/top-ups", JsonSerializer.SerializeToUtf8Bytes(request, Json.Api)),
    };
}
