using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Balances;

/// <summary>Invoices that bring money to a balance: they sell nothing, so nothing of them is taxed.</summary>
public static class BalanceQuote
{
    private static readonly Dictionary<string, (string TopUp, string PlanChange)> Names = new()
    {
        ["uk"] = ("Поповнення балансу", "Доплата за зміну тарифу"),
        ["en"] = ("Balance top-up", "Payment for a tariff change"),
        ["ru"] = ("Пополнение баланса", "Доплата за смену тарифа"),
        ["kk"] = ("Теңгерімді толтыру", "Тарифті ауыстыру үшін қосымша төлем"),
    };

    public static Quote TopUp(Money amount, string language) => Of(amount, NamesIn(language).TopUp, "");

    /// <summary>What is missing for a tariff change.</summary>
    public static Quote PlanChange(Money missing, string planName, string language) => Of(missing, NamesIn(language).PlanChange, planName);

    private static Quote Of(Money amount, string name, string detail) => Quote.Of(amount.Currency, [QuoteLine.Untaxed(name, detail, amount.Minor)]);

    private static (string TopUp, string PlanChange) NamesIn(string language) => Names.GetValueOrDefault(language, Names["en"]);
}
