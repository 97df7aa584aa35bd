using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.PlanChanges;

public static class PlanChangeRefusals
{
    public static readonly Refusal PreviewNotFound = new("preview_not_found", RefusalKind.NotFound, "There is no such preview.");
    public static readonly Refusal PreviewOutdated = new("preview_outdated", RefusalKind.Outdated, "The day, the price or the balance is another one now: preview the change again.");
    public static readonly Refusal FundsMissing = new("funds_missing", RefusalKind.Conflict, "The money does not suffice: with createInvoice an invoice is made for what is missing.");
    public static readonly Refusal ChangedToday = new("plan_changed_today", RefusalKind.Conflict, "The tariff was changed today already.");
    public static readonly Refusal SamePlan = new("plan_same", RefusalKind.Conflict, "The service has this tariff already.");
    public static readonly Refusal PlanDiffers = new("plan_not_comparable", RefusalKind.Conflict, "A service changes to another tariff of the same product that is on sale and paid in the same way.");
    public static readonly Refusal CurrencyDiffers = new("plan_currency_differs", RefusalKind.Conflict, "A service does not change its currency.");
    public static readonly Refusal NotChangeable = new("plan_not_changeable", RefusalKind.Conflict, "The tariff of a service changes while it is on or has expired, and only where it is paid ahead.");
}
