using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Documents;

public static class MarkActOverdue
{
    public const string Kind = "act.overdue";

    public static JobDraft For(Document act) => new(act.MerchantId, Kind, act.Id.Value, act.DueAt, JobClock.Merchant);
}
