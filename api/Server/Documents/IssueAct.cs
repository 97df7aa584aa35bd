using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Documents;

public static class IssueAct
{
    public const string Kind = "act.issue";

    public static JobDraft For(Document act, DateTimeOffset now) => new(act.MerchantId, Kind, act.Id.Value, now, JobClock.Merchant);
}
