using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>An app asks whether its activation still holds, and gets a fresh token.</summary>
public sealed class ValidateLicence(Reader reader, LicenceKeys keys, LicenceTokens tokens, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/licences/validate", ([FromServices] ValidateLicence endpoint, LicenceUseRequest request, CancellationToken cancel) => endpoint.Handle(request, cancel))
        .Is(nameof(ValidateLicence), "Licences", "Says whether an activated licence may be used; its key is the credential.")
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
        return await reader.Read(default, db => LicenceUse.Find(db, hash, cancel)) is { } licence
            ? await Judge(licence, request, binding, cancel)
            : new LicenceUseView { Valid = false, Code = LicenceUseCodes.NotFound };
    }

    private async Task<LicenceUseView> Judge(Licence licence, LicenceUseRequest request, string binding, CancellationToken cancel)
    {
        var (merchant, activation) = await reader.Read(licence.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == licence.MerchantId, cancel),
            await db.LicenceActivations.SingleOrDefaultAsync(row => row.LicenceId == licence.Id && row.Binding == binding, cancel)));
        var now = clock.NowOf(merchant);
        var code = LicenceUse.Judge(licence, request, null, now) ?? (activation is { DeactivatedAt: null } ? null : LicenceUseCodes.NotActivated);
        return new LicenceUseView
        {
            Valid = code is null,
            Code = code ?? LicenceUseCodes.Valid,
            Licence = LicenceStateView.Of(licence, now),
            Token = code is null ? await tokens.Sign(licence, binding, now, cancel) : null,
        };
    }
}
