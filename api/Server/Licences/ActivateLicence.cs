using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>An app takes its licence into use. Doing it again is the same activation: a lost answer or a new installation burns nothing.</summary>
public sealed class ActivateLicence(Reader reader, IWriter writer, LicenceKeys keys, LicenceTokens tokens, Activators activators, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/licences/activate", ([FromServices] ActivateLicence endpoint, LicenceUseRequest request, CancellationToken cancel) => endpoint.Handle(request, cancel))
        .Is(nameof(ActivateLicence), "Licences", "Takes a licence into use in a portal or on an installation; its key is the credential.")
        .ForAnyone()
        .RequireRateLimiting(RateLimits.ByAddress)
        .Refuses(LicenceRefusals.BindingMissing);

    public async Task<Answer<LicenceUseView>> Handle(LicenceUseRequest request, CancellationToken cancel)
    {
        if (LicenceUse.BindingOf(request) is not { } binding)
        {
            return LicenceRefusals.BindingMissing;
        }

        if (!LicenceKeys.IsWellFormed(request.Key))
        {
            return new LicenceUseView { Valid = false, Code = LicenceUseCodes.KeyMalformed };
        }

        var hash = keys.Hash(request.Key);
        if (await reader.Read(default, db => LicenceUse.Find(db, hash, cancel)) is not { } licence)
        {
            return new LicenceUseView { Valid = false, Code = LicenceUseCodes.NotFound };
        }

        var merchant = await reader.Read(licence.MerchantId, db => db.Merchants.SingleAsync(row => row.Id == licence.MerchantId, cancel));
        var confirmed = await Confirm(merchant, request, cancel);
        var (view, row) = await writer.Write(merchant.Id, Turn.Of(licence.Id), (db, token) => Activate(db, licence.Id, merchant, request, binding, confirmed, token), cancel);
        return view with { Token = view.Valid ? await tokens.Sign(row, binding, clock.NowOf(merchant), cancel) : null };
    }

    private async Task<PortalConfirmed?> Confirm(Merchant merchant, LicenceUseRequest request, CancellationToken cancel) =>
        request is { MemberId: { } member, Portal: { } portal } && PortalAddress.Normalise(portal) is { IsAccepted: true } address
            ? await activators.Confirm(merchant, new PortalClaim(address.Value.Host, member, request.Authorization), cancel)
            : null;

    private async Task<(LicenceUseView View, Licence Row)> Activate(
        BillingDb db, Id<Licence> id, Merchant merchant, LicenceUseRequest request, string binding, PortalConfirmed? confirmed, CancellationToken cancel)
    {
        var licence = await db.Licences.SingleAsync(row => row.Id == id, cancel);
        var now = clock.NowOf(merchant);
        var code = LicenceUse.Judge(licence, request, confirmed, now) ?? await Bind(db, licence, request, binding, now, cancel);
        if (code is not null)
        {
            return (new LicenceUseView { Valid = false, Code = code, Licence = LicenceStateView.Of(licence, now) }, licence);
        }

        if (confirmed is not null)
        {
            await Follow(db, licence, confirmed, now, cancel);
        }

        return (new LicenceUseView { Valid = true, Code = LicenceUseCodes.Valid, Licence = LicenceStateView.Of(licence, now) }, licence);
    }

    /// <summary>Keeps the binding. A portal-bound licence serves one fingerprint at a time.</summary>
    private async Task<string?> Bind(BillingDb db, Licence licence, LicenceUseRequest request, string binding, DateTimeOffset now, CancellationToken cancel)
    {
        var bindings = await db.LicenceActivations.Where(row => row.LicenceId == licence.Id).ToListAsync(cancel);
        var isFingerprint = request.Portal is null;
        if (isFingerprint && bindings.Any(row => row.DeactivatedAt is null && row.Binding != binding && row.Binding.StartsWith("fingerprint:", StringComparison.Ordinal)))
        {
            return LicenceUseCodes.FingerprintMismatch;
        }

        if (bindings.SingleOrDefault(row => row.Binding == binding) is { } known)
        {
            known.Renew();
        }
        else
        {
            db.LicenceActivations.Add(LicenceActivation.Bind(ids.New<LicenceActivation>(), licence, binding, now));
        }

        return null;
    }

    /// <summary>The first confirmed member id is kept and decides from then on; the address follows the portal's renames (ruling 13).</summary>
    private static async Task Follow(BillingDb db, Licence licence, PortalConfirmed confirmed, DateTimeOffset now, CancellationToken cancel)
    {
        licence.Confirm(confirmed.MemberId);
        var address = PortalAddress.Normalise(confirmed.Portal) is { IsAccepted: true } portal ? portal.Value.Host : licence.Portal;
        if (address == licence.Portal || await db.Licences.AnyAsync(row => row.ProductId == licence.ProductId && row.Portal == address, cancel))
        {
            return;
        }

        // What has been ordered for the portal under its old name, and is paid later, is for the same portal. In one statement: anybody may
        // order for any portal, so there can be many. A payment that has read one of them before reads it again.
        var old = licence.Portal;
        await db.Orders
            .Where(row => row.Status == OrderStatus.Pending && row.Portal == old)
            .ExecuteUpdateAsync(order => order.SetProperty(row => row.Portal, address).SetProperty(row => row.Version, row => row.Version + 1), cancel);
        licence.MoveTo(address);
        db.Outbox.Announce(new EventDraft(EventTypes.LicenceMoved, now, () => LicenceEvent.Of(licence)));
    }
}
