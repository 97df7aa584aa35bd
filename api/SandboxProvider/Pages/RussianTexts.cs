using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

internal static class RussianTexts
{
    public static PageTexts All { get; } = new()
    {
        Code = "ru",
        Title = "Тестовый платёж",
        TestMark = "ТЕСТ",
        NoRealMoney = "Это тестовая страница: настоящие деньги не списываются.",
        Amount = "Сумма",
        CardNumber = "Номер карты",
        Expiry = "Действует до",
        ExpiryHint = "Месяц и год: ММ/ГГ",
        Cvc = "CVC",
        CvcHint = "Три цифры на обороте",
        Pay = "Оплатить {0}",
        OrWallet = "Или тестовым кошельком",
        TestWallet = "{0} (тест)",
        Cancel = "Отменить и вернуться в магазин",
        BackToShop = "Вернуться в магазин",
        TestCards = "Тестовые карты",
        AnyDateAndCvc = "С любой будущей датой и любым CVC.",
        ConfirmTitle = "Подтвердите платёж",
        ConfirmHint = "Тестовый банк запрашивает свой код: {0}.",
        ConfirmCode = "Код",
        Confirm = "Подтвердить",
        PaidTitle = "Уже оплачено",
        PaidText = "Этот платёж проведён. Больше ничего не будет списано.",
        DeclinedTitle = "Платёж отклонён",
        NotFoundTitle = "Такого платежа нет",
        NotFoundText = "По этому адресу платежа нет. Вернитесь в магазин и начните снова.",
        PleaseMend = "Пожалуйста, исправьте:",
        Effects = new Dictionary<CardEffect, string>
        {
            [CardEffect.Succeeds] = "успешная оплата",
            [CardEffect.IsDeclined] = "банк отказывает",
            [CardEffect.LacksFunds] = "не хватает средств",
            [CardEffect.AsksForCode] = "запрашивает код 123456",
            [CardEffect.SucceedsInSilence] = "деньги списаны, но ответ теряется",
            [CardEffect.DeclinesLaterCharges] = "сейчас успешна, следующие списания отклоняются",
            [CardEffect.LacksFundsLater] = "сейчас успешна, для следующих списаний не хватает средств",
        },
        Declines = new Dictionary<DeclineCode, string>
        {
            [DeclineCode.CardDeclined] = "Банк отклонил карту.",
            [DeclineCode.InsufficientFunds] = "На карте недостаточно средств.",
            [DeclineCode.AuthenticationFailed] = "Код слишком много раз введён неверно.",
            [DeclineCode.CancelledByBuyer] = "Вы отменили платёж.",
            [DeclineCode.Expired] = "Время платёжной страницы истекло.",
        },
        Faults = new Dictionary<FieldFault, string>
        {
            [FieldFault.NotATestCard] = "Принимаются только тестовые карты из списка ниже. Никогда не вводите здесь настоящую карту.",
            [FieldFault.NotADate] = "Напишите месяц и год в виде ММ/ГГ.",
            [FieldFault.CardExpired] = "Срок действия этой карты истёк.",
            [FieldFault.NotACvc] = "CVC состоит из трёх цифр.",
            [FieldFault.WrongCode] = "Это не тот код. Осталось попыток: {0}.",
        },
    };
}
