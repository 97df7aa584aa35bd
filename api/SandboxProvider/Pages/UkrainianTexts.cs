using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

internal static class UkrainianTexts
{
    public static PageTexts All { get; } = new()
    {
        Code = "uk",
        Title = "Тестовий платіж",
        TestMark = "ТЕСТ",
        NoRealMoney = "Це тестова сторінка: справжні гроші не списуються.",
        Amount = "Сума",
        CardNumber = "Номер картки",
        Expiry = "Діє до",
        ExpiryHint = "Місяць і рік: ММ/РР",
        Cvc = "CVC",
        CvcHint = "Три цифри на звороті",
        Pay = "Сплатити {0}",
        OrWallet = "Або тестовим гаманцем",
        TestWallet = "{0} (тест)",
        Cancel = "Скасувати й повернутися до магазину",
        BackToShop = "Повернутися до магазину",
        TestCards = "Тестові картки",
        AnyDateAndCvc = "З будь-якою майбутньою датою і будь-яким CVC.",
        ConfirmTitle = "Підтвердьте платіж",
        ConfirmHint = "Тестовий банк запитує свій код: {0}.",
        ConfirmCode = "Код",
        Confirm = "Підтвердити",
        PaidTitle = "Уже сплачено",
        PaidText = "Цей платіж здійснено. Більше нічого не буде списано.",
        DeclinedTitle = "Платіж відхилено",
        NotFoundTitle = "Такого платежу немає",
        NotFoundText = "За цією адресою платежу немає. Поверніться до магазину й почніть знову.",
        PleaseMend = "Будь ласка, виправте:",
        Effects = new Dictionary<CardEffect, string>
        {
            [CardEffect.Succeeds] = "успішна оплата",
            [CardEffect.IsDeclined] = "банк відмовляє",
            [CardEffect.LacksFunds] = "бракує коштів",
            [CardEffect.AsksForCode] = "запитує код 123456",
            [CardEffect.SucceedsInSilence] = "гроші списано, але відповідь губиться",
            [CardEffect.DeclinesLaterCharges] = "зараз успішна, наступні списання відхиляються",
            [CardEffect.LacksFundsLater] = "зараз успішна, для наступних списань бракує коштів",
        },
        Declines = new Dictionary<DeclineCode, string>
        {
            [DeclineCode.CardDeclined] = "Банк відхилив картку.",
            [DeclineCode.InsufficientFunds] = "На картці недостатньо коштів.",
            [DeclineCode.AuthenticationFailed] = "Код забагато разів введено неправильно.",
            [DeclineCode.CancelledByBuyer] = "Ви скасували платіж.",
            [DeclineCode.Expired] = "Час платіжної сторінки минув.",
        },
        Faults = new Dictionary<FieldFault, string>
        {
            [FieldFault.NotATestCard] = "Приймаються лише тестові картки зі списку нижче. Ніколи не вводьте тут справжню картку.",
            [FieldFault.NotADate] = "Напишіть місяць і рік у вигляді ММ/РР.",
            [FieldFault.CardExpired] = "Термін дії цієї картки минув.",
            [FieldFault.NotACvc] = "CVC складається з трьох цифр.",
            [FieldFault.WrongCode] = "Це не той код. Залишилося спроб: {0}.",
        },
    };
}
