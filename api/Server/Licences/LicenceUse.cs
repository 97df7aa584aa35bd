using BillingHeadless.Domain.Licences;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

/// <summary>What an app says of itself: its key and where it runs.</summary>
public sealed record LicenceUseRequest
{
    /// <summary>The licence key; letters that look alike and missing hyphens do not matter.</summary>
    [Line(Limits.CodeLength)]
    public required string Key { get; init; }

    /// <summary>The portal in which the app runs.</summary>
    [Line(Limits.ShortTextLength)]
    public string? Portal { get; init; }

    /// <summary>Or an installation's own fingerprint, where there is no portal.</summary>
    [Line(Limits.ShortTextLength)]
    public string? Fingerprint { get; init; }

    /// <summary>The portal's permanent id, which wins over its address once it is confirmed.</summary>
    [Line(Limits.CodeLength)]
    public string? MemberId { get; init; }

    /// <summary>The portal's access token, by which the member id is confirmed; it is not kept.</summary>
    [Line(Limits.UrlLength)]
    public string? Authorization { get; init; }
}

/// <summary>Whether an app may be used, and what it needs to know.</summary>
public sealed record LicenceUseView
{
    public required bool Valid { get; init; }

    /// <summary>valid, key_malformed, not_found, expired, revoked, portal_mismatch, fingerprint_mismatch or not_activated.</summary>
    public required string Code { get; init; }

    public LicenceStateView? Licence { get; init; }

    /// <summary>The signed licence, to be verified without asking us; only when it is valid.</summary>
    public string? Token { get; init; }
}

/// <summary>The state of a licence, without anything personal.</summary>
public sealed record LicenceStateView(string Id, string ProductId, LicenceStatus Status, string Portal, string Edition, DateTimeOffset ValidUntil)
{
    public static LicenceStateView Of(Licence licence, DateTimeOffset now) => new(
        licence.Id.Value, licence.ProductId.Value, LicenceView.StatusAt(licence, now), licence.Portal, licence.Edition, licence.ValidUntil);
}

/// <summary>Codes of an answer to an app; they never change.</summary>
public static class LicenceUseCodes
{
    public const string Valid = "valid";
    public const string KeyMalformed = "key_malformed";
    public const string NotFound = "not_found";
    public const string Expired = "expired";
    public const string Revoked = "revoked";
    public const string PortalMismatch = "portal_mismatch";
    public const string FingerprintMismatch = "fingerprint_mismatch";
    public const string NotActivated = "not_activated";
}

/// <summary>Finds the licence of a key and judges whether it may be used there. The key is the only credential.</summary>
public static class LicenceUse
{
    /// <summary>The licence of a key, of whichever merchant: a key is unique in the installation.</summary>
    public static Task<Licence?> Find(BillingDb db, string keyHash, CancellationToken cancel) =>
        db.Licences.IgnoreQueryFilters().SingleOrDefaultAsync(row => row.KeyHash == keyHash, cancel);

    /// <summary>Why it may not be used at this place now, or null.</summary>
    public static string? Judge(Licence licence, LicenceUseRequest request, PortalConfirmed? confirmed, DateTimeOffset now) => LicenceView.StatusAt(licence, now) switch
    {
        LicenceStatus.Revoked => LicenceUseCodes.Revoked,
        LicenceStatus.Expired => LicenceUseCodes.Expired,
        _ => IsAtHome(licence, request, confirmed) ? null : LicenceUseCodes.PortalMismatch,
    };

    /// <summary>Under what name an activation is kept.</summary>
    public static string? BindingOf(LicenceUseRequest request) => request switch
    {
        { Portal: { } portal } => PortalAddress.Normalise(portal) is { IsAccepted: true } address ? $"portal:{address.Value.Host}" : null,
        { Fingerprint: { } fingerprint } => $"fingerprint:{fingerprint}",
        _ => null,
    };

    /// <summary>A member id that is known decides. Until then the address does: the confirmed one, else the one that is claimed, where there is one.</summary>
    private static bool IsAtHome(Licence licence, LicenceUseRequest request, PortalConfirmed? confirmed) => confirmed switch
    {
        not null when licence.MemberId is { } member => member == confirmed.MemberId,
        not null => IsAt(licence, confirmed.Portal),
        _ => request.Portal is null || IsAt(licence, request.Portal),
    };

    private static bool IsAt(Licence licence, string portal) => PortalAddress.Normalise(portal) is { IsAccepted: true } address && address.Value.Host == licence.Portal;
}
