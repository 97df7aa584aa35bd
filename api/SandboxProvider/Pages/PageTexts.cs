using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>Every word of the payment page in one language. <c>{0}</c> stands for what the page fills in.</summary>
internal sealed record PageTexts
{
    /// <summary>The language's code for the <c>lang</c> attribute.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string TestMark { get; init; }

    public required string NoRealMoney { get; init; }

    public required string Amount { get; init; }

    public required string CardNumber { get; init; }

    public required string Expiry { get; init; }

    public required string ExpiryHint { get; init; }

    public required string Cvc { get; init; }

    public required string CvcHint { get; init; }

    public required string Pay { get; init; }

    public required string OrWallet { get; init; }

    public required string TestWallet { get; init; }

    public required string Cancel { get; init; }

    public required string BackToShop { get; init; }

    public required string TestCards { get; init; }

    public required string AnyDateAndCvc { get; init; }

    public required string ConfirmTitle { get; init; }

    public required string ConfirmHint { get; init; }

    public required string ConfirmCode { get; init; }

    public required string Confirm { get; init; }

    public required string PaidTitle { get; init; }

    public required string PaidText { get; init; }

    public required string DeclinedTitle { get; init; }

    public required string NotFoundTitle { get; init; }

    public required string NotFoundText { get; init; }

    public required string PleaseMend { get; init; }

    public required IReadOnlyDictionary<CardEffect, string> Effects { get; init; }

    public required IReadOnlyDictionary<DeclineCode, string> Declines { get; init; }

    public required IReadOnlyDictionary<FieldFault, string> Faults { get; init; }

    public static PageTexts In(PageLanguage language) => language switch
    {
        PageLanguage.Uk => UkrainianTexts.All,
        PageLanguage.Ru => RussianTexts.All,
        PageLanguage.Kk => KazakhTexts.All,
        _ => EnglishTexts.All,
    };
}
