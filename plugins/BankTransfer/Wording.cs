namespace BillingHeadless.Plugins.BankTransfer;

/// <summary>The words of the instructions, by language.</summary>
internal sealed record Wording(string Recipient, string Account, string Code, string Bank, string Bic, string CorrespondentAccount, string Kpp, string Amount, string Purpose)
{
    private static readonly Dictionary<string, Wording> ByLanguage = new(StringComparer.Ordinal)
    {
        ["uk"] = new("Отримувач", "Рахунок", "Код отримувача", "Банк", "SWIFT / БІК банку", "Кореспондентський рахунок", "КПП", "Сума", "Призначення платежу (вкажіть без змін)"),
        ["en"] = new("Recipient", "Account", "Recipient's code", "Bank", "Bank code (SWIFT / BIC)", "Correspondent account", "KPP", "Amount", "Purpose of payment (do not change it)"),
        ["ru"] = new("Получатель", "Счёт", "Код получателя", "Банк", "БИК / SWIFT", "Корр. счёт", "КПП", "Сумма", "Назначение платежа (укажите без изменений)"),
        ["kk"] = new("Алушы", "Шот", "Алушының коды", "Банк", "БСК / SWIFT", "Корреспонденттік шот", "КПП", "Сома", "Төлем мақсаты (өзгертпей жазыңыз)"),
    };

    public static Wording In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];
}
