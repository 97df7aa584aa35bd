using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>
/// A gateway's message, byte for byte to its plugin. What it proves is settled before the provider gets its answer, so that
/// a provider that hears nothing sends it again.
/// </summary>
public sealed class GatewayCallback(Reader reader, CallbackInbox inbox, WaitingCallbacks waiting, GatewayOffers offers) : IEndpoint
{
    public const string Path = "/v1/gateways/{gateway}/callbacks/{merchantId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Path, ([FromServices] GatewayCallback endpoint, string gateway, string merchantId, HttpRequest request, CancellationToken cancel) =>
                endpoint.Handle(gateway, merchantId, request, cancel))
            .Is(nameof(GatewayCallback), "Gateways", "Takes a gateway's message about a payment.")
            .ForAnyone()
            .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewayUnavailable);
        routes
            .MapGet(Path, ([FromServices] GatewayCallback endpoint, string gateway, string merchantId, HttpRequest request, CancellationToken cancel) =>
                endpoint.Handle(gateway, merchantId, request, cancel))
            .Is(nameof(GatewayCallback) + "ByGet", "Gateways", "Takes a gateway's message that comes as an address.")
            .ForAnyone()
            .Refuses(PaymentRefusals.GatewayUnknown, PaymentRefusals.GatewayUnavailable);
    }

    public async Task<IResult> Handle(string gateway, string merchantId, HttpRequest request, CancellationToken cancel)
    {
        if (Id<Merchant>.Parse(merchantId) is not { } id || !await IsUsed(id, gateway, cancel))
        {
            return new ProblemResult(Problem.Of(PaymentRefusals.GatewayUnknown));
        }

        var message = await InboundReader.Read(request, InboundKind.Callback, cancel);
        var taken = await inbox.Take(id, gateway, message, cancel);
        if (taken.WaitsForPlugin)
        {
            await waiting.Keep(id, gateway, message, cancel);
        }

        return taken.Reply is { } reply
            ? Results.Text(reply.Body, reply.ContentType, statusCode: reply.Status)
            : new ProblemResult(Problem.Of(PaymentRefusals.GatewayUnavailable));
    }

    /// <summary>Whether the gateway is there for this merchant, or was: its plugin may be away for a while.</summary>
    private Task<bool> IsUsed(Id<Merchant> id, string gateway, CancellationToken cancel) => reader.Read(id, async db =>
        await db.Merchants.SingleOrDefaultAsync(row => row.Id == id, cancel) is { } merchant
        && (offers.Find(gateway, merchant) is not null || await db.Payments.AnyAsync(row => row.Gateway == gateway, cancel)));
}
