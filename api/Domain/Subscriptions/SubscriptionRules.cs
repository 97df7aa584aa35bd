using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>What can be subscribed to. What is paid ahead is priced by its invoice; what is paid after use has no terms, and runs until it is ended.</summary>
public static class SubscriptionRules
{
    public static Refusal? Refuse(Plan plan, int? months, int quantity) => plan.Billing switch
    {
        _ when quantity is < 1 or > OrderPricing.MaximumQuantity => OrderRefusals.QuantityNotAllowed,
        PlanBilling.Postpaid when months is not null => OrderRefusals.TermNotOffered,
        PlanBilling.Postpaid when (Int128)plan.PriceMinor * quantity > UsageRules.MaximumAmount => OrderRefusals.AmountTooLarge,
        _ => null,
    };
}
