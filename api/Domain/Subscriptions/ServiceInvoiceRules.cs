using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>One open invoice per service, whatever for (D3, ruling 27), also where an invoice is for several (B2).</summary>
public static class ServiceInvoiceRules
{
    public const int MaximumServices = 50;

    /// <summary>The open invoice to be answered instead of a new one; null when a new one may be made.</summary>
    public static Result<Id<Invoice>?> Open(IReadOnlyList<Subscription> services)
    {
        if (services.Select(service => Refuse(service)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
        {
            return refusal;
        }

        if (services.Select(service => service.Id).Distinct().Count() < services.Count)
        {
            return SubscriptionRefusals.ServiceTwice;
        }

        if (services.Select(service => service.CustomerId).Distinct().Count() > 1)
        {
            return SubscriptionRefusals.CustomersDiffer;
        }

        var open = services.Select(service => service.OpenInvoiceId).Distinct().ToList();
        return open.Count == 1 ? open[0] : SubscriptionRefusals.OpenElsewhere;
    }

    private static Refusal? Refuse(Subscription service) => service switch
    {
        { IsPostpaid: true } => SubscriptionRefusals.NotRenewable,
        { State: SubscriptionState.Cancelled } or { CancelledAt: not null } => SubscriptionRefusals.Ended,
        _ => null,
    };
}
