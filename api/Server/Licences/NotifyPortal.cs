using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Licences;

/// <summary>Lets the activator tell the portal what has become of its licence.</summary>
public static class NotifyPortal
{
    public const string Kind = "licence.notifyPortal";

    public static JobDraft For(Licence licence) =>
        new(licence.MerchantId, Kind, $"{licence.Id}/{licence.Version}", DateTimeOffset.UnixEpoch, JobClock.System);
}
