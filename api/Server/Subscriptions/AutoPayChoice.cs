using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Chooses how a service is extended; what charges is recorded as the standing order of whoever chose it (C2).</summary>
public static class AutoPayChoice
{
    public static Refusal? Make(Merchant merchant, Subscription subscription, AutoPayMethod method, Caller caller, DateTimeOffset now)
    {
        if (AutoPayRules.Refuse(method, merchant.Settings.SavedMethods, hasSavedCard: false, subscription.IsPostpaid) is { } refusal)
        {
            return refusal;
        }

        subscription.PayBy(method, StandingOrder.IsNeededFor(method) ? new StandingOrder(method, caller.CredentialId, now) : null);
        return null;
    }
}
