using System.Text.Json;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Orders;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>
/// Places the order of a checkout form, once for each form however often it is sent. A buyer who is known already is
/// refused and gets a link to log in by mail (A4).
/// </summary>
public sealed class OrderByForm(OnceWriter once, IWriter writer, OrderPlacement placement, LoginThrottle throttle, Links links, IdSource ids)
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
        var membership = checkout.Visit.Visitor?.MembershipFor(input.CustomerId);
        return new Call(new Caller
        {
            Kind = CallerKind.Page,
            MerchantId = checkout.Shelf.Merchant.Id,
            CredentialId = checkout.Shelf.Button.Id.Value,
            CustomerId = membership?.CustomerId,
            Role = membership?.Role ?? default,
        })
        {
            IdempotencyKey = input.Key.Length is > 0 and <= Limits.IdempotencyKeyLength ? input.Key : null,
            Fingerprint = Call.FingerprintOf(HttpMethods.Post, checkout.Address, JsonSerializer.SerializeToUtf8Bytes(request, Json.Api)),
            IpAddress = ipAddress,
        };
    }

    /// <summary>To the address itself, so that the page reveals nothing to whoever has typed it.</summary>
    private async Task SendLoginLink(Checkout checkout, CheckoutInput input, CancellationToken cancel)
    {
        var email = EmailAddress.Parse(input[CheckoutInput.Email]).Value.Text;
        if (throttle.BeforeMail(checkout.Shelf.Merchant.Id, email) is null)
        {
            await writer.Write(
                checkout.Shelf.Merchant.Id,
                async (db, token) =>
                {
                    if (await db.Logins.SingleOrDefaultAsync(row => row.Email == email, token) is { } login)
                    {
                        LoginMails.PlanLoginLink(db, login, ids);
                    }

                    return true;
                },
                cancel);
        }
    }

    private sealed record PlacedByForm(string PayPath);
}
