using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>
/// Places the order of a checkout form, once for each form however often it is sent. A buyer who is known already is
/// refused and gets a link to log in by mail (A4).
/// </summary>
public sealed class OrderByForm(OnceWriter once, OrderPlacement placement, SendLoginLink sendLink, Links links, IdSource ids)
{
    private const int FirstError = 400;

    /// <summary>The path of the order's payment page, or why there is no order.</summary>
    public async Task<Result<string>> Place(Checkout checkout, CheckoutInput input, string ipAddress, CancellationToken cancel)
    {
        var request = input.ToRequest(checkout.Offer, checkout.Visit.Language.Code);
        var call = CallOf(checkout, input, request, ipAddress);
        var result = await Place(call, request, cancel);
        if (result is StoredAnswer { Status: >= FirstError })
        {
            // The same form, changed after "back" or after a refusal: it is another order.
            result = await Place(call with { IdempotencyKey = ids.Token() }, request, cancel);
        }

        var placed = Read(result);
        if (placed.Refused(out var refusal) && refusal.Code == OrderRefusals.LoginRequired.Code)
        {
            await SendLoginLink(checkout, input, cancel);
        }

        return placed;
    }

    private Task<IResult> Place(Call call, OrderRequest request, CancellationToken cancel) => once.Write<PlacedByForm>(
        call,
        async (db, token) =>
        {
            var placed = await placement.Place(db, request, call, token);
            return placed.Refused(out var refusal)
                ? refusal
                : Answer<PlacedByForm>.Made(() => new PlacedByForm($"/pay/{links.PayPath(placed.Value.Invoice.Id)}"), $"/v1/orders/{placed.Value.Order.Id}");
        },
        cancel);

    private static Result<string> Read(IResult result) => result switch
    {
        Answer<PlacedByForm> { Refusal: { } refusal } => refusal,
        Answer<PlacedByForm> answer => answer.Value.PayPath,
        StoredAnswer stored => JsonSerializer.Deserialize<PlacedByForm>(stored.Body, Json.Api)!.PayPath,
        _ => throw new InvalidOperationException($"An order was answered with {result.GetType().Name}."),
    };

    private static Call CallOf(Checkout checkout, CheckoutInput input, OrderRequest request, string ipAddress)
    {
        var seat = checkout.Visit.Visitor?.SeatFor(input.CustomerId);
        return new Call(new Caller
        {
            Kind = CallerKind.Page,
            MerchantId = checkout.Shelf.Merchant.Id,
            CredentialId = checkout.Shelf.Button.Id.Value,
            CustomerId = seat?.CustomerId,
            Role = seat?.Role ?? default,
        })
        {
            IdempotencyKey = input.Key.Length is > 0 and <= Limits.IdempotencyKeyLength ? input.Key : null,
            Fingerprint = Call.FingerprintOf(HttpMethods.Post, checkout.Address, JsonSerializer.SerializeToUtf8Bytes(request, Json.Api)),
            IpAddress = ipAddress,
        };
    }

    /// <summary>To the address itself, not too often; the page says the same whatever becomes of it.</summary>
    private async Task SendLoginLink(Checkout checkout, CheckoutInput input, CancellationToken cancel)
    {
        var call = new Call(new Caller { Kind = CallerKind.Page, MerchantId = checkout.Shelf.Merchant.Id });
        await sendLink.Handle(new SendLoginLinkRequest { Email = input[CheckoutInput.Email] }, call, cancel);
    }

    private sealed record PlacedByForm(string PayPath);
}
