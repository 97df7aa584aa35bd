using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>An app gives its activation back, for example when it is uninstalled. Doing it twice is no error.</summary>
public sealed class DeactivateLicence(Reader reader, IWriter writer, LicenceKeys keys, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/licences/deactivate", ([FromServices] DeactivateLicence endpoint, LicenceUseRequest request, CancellationToken cancel) => endpoint.Handle(request, cancel))
        .Is(nameof(DeactivateLicence), "Licences", "Releases a licence from a portal or an installation; its key is the credential.")
        .ForAnyone()
        .RequireRateLimiting(RateLimits.ByAddress)
        .Refuses(LicenceRefusals.BindingMissing);

    public async Task<Answer<LicenceUseView>> Handle(LicenceUseRequest request, CancellationToken cancel)
    {
        if (LicenceUse.BindingOf(request) is not { } binding)
        {
            return LicenceRefusals.BindingMissing;
        }

        var hash = keys.Hash(request.Key);
        if (!LicenceKeys.IsWellFormed(request.Key) || await reader.Read(default, db => LicenceUse.Find(db, hash, cancel)) is not { } licence)
        {
            return new LicenceUseView { Valid = false, Code = LicenceKeys.IsWellFormed(request.Key) ? LicenceUseCodes.NotFound : LicenceUseCodes.KeyMalformed };
        }

        var now = await writer.Write(licence.MerchantId, (db, token) => Release(db, licence, binding, token), cancel);
        return new LicenceUseView { Valid = false, Code = LicenceUseCodes.NotActivated, Licence = LicenceStateView.Of(licence, now) };
    }

    private async Task<DateTimeOffset> Release(BillingDb db, Licence licence, string binding, CancellationToken cancel)
    {
        var now = clock.NowOf(await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel));
        var activation = await db.LicenceActivations.SingleOrDefaultAsync(row => row.LicenceId == licence.Id && row.Binding == binding, cancel);
        activation?.Release(now);
        return now;
    }
}
