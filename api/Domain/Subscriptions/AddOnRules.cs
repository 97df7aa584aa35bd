using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>Which add-ons of its plan a service has on (C6): the day of each switch counts (ruling 36).</summary>
public static class AddOnRules
{
    /// <summary>Switches on what is wanted and not on, and off what is on and not wanted any more.</summary>
    public static Refusal? Choose(Subscription subscription, IReadOnlyList<UsagePrice> prices, IReadOnlyCollection<string> wanted, DateOnly today)
    {
        var on = subscription.SwitchedOn.ToList();
        var offered = prices.Where(price => price.Kind == MeterKind.AddOn).Select(price => price.Meter);
        if (wanted.Except(on).Except(offered).FirstOrDefault() is { } unknown)
        {
            return SubscriptionRefusals.AddOnNotOffered.At("addOns", $"\"{unknown}\" is no add-on of the plan.");
        }

        foreach (var meter in wanted.Except(on))
        {
            subscription.SwitchOn(meter, today);
        }

        foreach (var meter in on.Except(wanted))
        {
            subscription.SwitchOff(meter, today);
        }

        return null;
    }
}
