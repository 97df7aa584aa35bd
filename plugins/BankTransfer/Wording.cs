namespace BillingHeadless.Plugins.BankTransfer;

/// <summary>The words of the instructions, by language.</summary>
internal sealed record Wording(string Recipient, string Account, string Code, string Bank, string Amount, string Purpose)
{
    private static readonly Dictionary<string, Wording> ByLanguage = new(StringComparer.Ordinal)
    {
        ["uk"] = new("Отримувач", "Рахунок", "Код отримувача", "Банк", "Сума", "Призначення платежу (вкажіть без змін)"),
        ["en"] = new("Recipient", "Account", "Recipient's code", "Bank", "Amount", "Purpose of payment (do not change it)"),
        ["ru"] = new("Получатель", "Счёт", "Код получателя", "Банк", "Сумма", "Назначение платежа (укажите без изменений)"),
        ["kk"] = new("Алушы", "Шот", "Алушының коды", "Банк", "Сома", "Төлем мақсаты (өзгертпей жазыңыз)"),
    };

    public static Wording In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];
}
