using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>Refuses amounts that the card does not allow, before anything is sent.</summary>
internal static class AmountRules
{
    /// <summary>What is wrong with the command's amount; null when nothing is.</summary>
    public static string? Refuse(GatewayCommand command, GatewayCard card) => command switch
    {
        StartPayment start => Refuse(start.Amount, card),
        ChargeSavedMethod charge => Refuse(charge.Amount, card),
        RefundPayment refund => Refuse(refund),
        _ => null,
    };

    private static string? Refuse(Money amount, GatewayCard card)
    {
        if (amount.Minor <= 0)
        {
            return "A payment is at least one minor unit.";
        }

        if (card.Currencies.Count == 0)
        {
            return null;
        }

        return card.Currencies.FirstOrDefault(limit => limit.Currency == amount.Currency) switch
        {
            null => $"The provider takes no {amount.Currency}.",
            { } limit when amount.Minor < limit.MinimumMinor => $"The provider takes {limit.MinimumMinor} minor units of {amount.Currency} at least.",
            { } limit when amount.Minor > limit.MaximumMinor => $"The provider takes {limit.MaximumMinor} minor units of {amount.Currency} at most.",
            _ => null,
        };
    }

    private static string? Refuse(RefundPayment refund)
    {
        var isWithin = refund.Amount.Currency == refund.PaymentAmount.Currency && refund.Amount.Minor > 0
            && refund.Amount.Minor <= refund.PaymentAmount.Minor - (refund.AlreadyReturned?.Minor ?? 0);
        return isWithin ? null : "A refund is at least one minor unit and at most what is left of the payment.";
    }
}
