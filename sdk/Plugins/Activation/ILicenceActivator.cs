namespace BillingHeadless.Plugins.Activation;

/// <summary>
/// Knows the portals that licences are bound to: confirms who a portal is, and tells it that its licence has changed.
/// A licence is active from the moment it is paid; an activator that fails never takes that back.
/// </summary>
public interface ILicenceActivator : IAsyncDisposable
{
    /// <summary>What it knows. Pure.</summary>
    ActivatorCard Describe();

    /// <summary>Asks whoever vouches for the portal whether the claim is true. Has no effect there.</summary>
    ValueTask<ConfirmationOutcome> ConfirmAsync(PortalClaim claim, IPluginHost host, CancellationToken cancel);

    /// <summary>Tells the portal the licence's state. May come several times with the same notice.</summary>
    ValueTask<NoticeOutcome> NotifyAsync(LicenceNotice notice, IPluginHost host, CancellationToken cancel);
}

/// <summary>What an activator declares.</summary>
/// <param name="Titles">Its name by language code; <c>en</c> is required.</param>
/// <param name="ConfirmsMembers">Whether <see cref="ILicenceActivator.ConfirmAsync"/> can vouch for a member id.</param>
public sealed record ActivatorCard(IReadOnlyDictionary<string, string> Titles, bool ConfirmsMembers);

/// <summary>What an app says about the portal that it runs in.</summary>
/// <param name="Portal">The normalised address.</param>
/// <param name="MemberId">The portal's own permanent id.</param>
/// <param name="Authorization">The token by which the portal can be asked; never stored or logged.</param>
public sealed record PortalClaim(string Portal, string MemberId, string? Authorization);

/// <summary>What became of a claim: a closed family.</summary>
public abstract record ConfirmationOutcome
{
    private protected ConfirmationOutcome()
    {
    }
}

/// <summary>It is true. The portal's present address comes with it: addresses can change, member ids do not.</summary>
/// <param name="MemberId">The portal's own permanent id.</param>
/// <param name="Portal">Its present address, normalised.</param>
public sealed record PortalConfirmed(string MemberId, string Portal) : ConfirmationOutcome;

/// <summary>It is not true.</summary>
/// <param name="Reason">Why, in one English sentence for the merchant's eyes.</param>
public sealed record PortalRefused(string Reason) : ConfirmationOutcome;

/// <summary>Nobody could be asked; the claim stays unconfirmed.</summary>
/// <param name="Reason">Why, in one English sentence for the merchant's eyes.</param>
public sealed record ConfirmationUnavailable(string Reason) : ConfirmationOutcome;

/// <summary>The state of a licence, for its portal.</summary>
/// <param name="LicenceId">For example <c>lic_…</c>.</param>
/// <param name="ProductId">For example <c>prd_…</c>.</param>
/// <param name="Portal">The normalised address.</param>
/// <param name="MemberId">The portal's permanent id, when it is known.</param>
/// <param name="Status"><c>active</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="ValidUntil">The instant at which it ends.</param>
/// <param name="Edition">The plan's name.</param>
public sealed record LicenceNotice(
    string LicenceId, string ProductId, string Portal, string? MemberId, string Status, DateTimeOffset ValidUntil, string Edition);

/// <summary>What became of a notice: a closed family.</summary>
public abstract record NoticeOutcome
{
    private protected NoticeOutcome()
    {
    }
}

/// <summary>The portal knows.</summary>
public sealed record Notified : NoticeOutcome;

/// <summary>There is nobody to tell, for example because the merchant has set no address for it.</summary>
public sealed record NothingToNotify : NoticeOutcome;

/// <summary>It did not get there; the host tries again later.</summary>
/// <param name="Reason">Why, in one English sentence for the merchant's eyes.</param>
public sealed record NoticeFailed(string Reason) : NoticeOutcome;
