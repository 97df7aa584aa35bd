using BillingHeadless.Domain.Orders;

namespace BillingHeadless.Domain.Usage;

/// <summary>The invoice of a month's usage: one line, taxed as the charge; the charge itself has the meters and days.</summary>
public static class UsageQuote
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["uk"] = "Користування сервісом",
        ["en"] = "Usage",
        ["ru"] = "Использование сервиса",
        ["kk"] = "Қызметті пайдалану",
    };

    public static Quote Of(UsageCharge charge, string planName, string language)
    {
        var line = QuoteLine.Untaxed(Names.GetValueOrDefault(language, Names["en"]), $"{planName}, {charge.Month}", charge.AmountMinor) with
        {
            TaxCategory = charge.TaxCategory,
            TaxRateBasisPoints = charge.TaxRateBasisPoints,
        };
        return Quote.Of(charge.Currency, TaxGroup.Apply([line]));
    }
}
