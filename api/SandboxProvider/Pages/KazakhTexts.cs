using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

internal static class KazakhTexts
{
    public static PageTexts All { get; } = new()
    {
        Code = "kk",
        Title = "Сынақ төлемі",
        TestMark = "СЫНАҚ",
        NoRealMoney = "Бұл — сынақ беті: нақты ақша алынбайды.",
        Amount = "Сома",
        CardNumber = "Карта нөмірі",
        Expiry = "Жарамдылық мерзімі",
        ExpiryHint = "Ай мен жыл: АА/ЖЖ",
        Cvc = "CVC",
        CvcHint = "Артындағы үш сан",
        Pay = "{0} төлеу",
        OrWallet = "Немесе сынақ әмиянымен",
        TestWallet = "{0} (сынақ)",
        Cancel = "Бас тартып, дүкенге оралу",
        BackToShop = "Дүкенге оралу",
        TestCards = "Сынақ карталары",
        AnyDateAndCvc = "Кез келген болашақ күнмен және кез келген CVC кодымен.",
        ConfirmTitle = "Төлемді растаңыз",
        ConfirmHint = "Сынақ банкі өз кодын сұрайды: {0}.",
        ConfirmCode = "Код",
        Confirm = "Растау",
        PaidTitle = "Төленіп қойған",
        PaidText = "Бұл төлем жасалды. Енді ештеңе алынбайды.",
        DeclinedTitle = "Төлем қабылданбады",
        NotFoundTitle = "Мұндай төлем жоқ",
        NotFoundText = "Бұл мекенжайда төлем жоқ. Дүкенге оралып, қайта бастаңыз.",
        PleaseMend = "Түзетіңіз:",
        Effects = new Dictionary<CardEffect, string>
        {
            [CardEffect.Succeeds] = "төлем өтеді",
            [CardEffect.IsDeclined] = "банк бас тартады",
            [CardEffect.LacksFunds] = "қаражат жетпейді",
            [CardEffect.AsksForCode] = "123456 кодын сұрайды",
            [CardEffect.SucceedsInSilence] = "ақша алынады, бірақ жауап жоғалады",
            [CardEffect.DeclinesLaterCharges] = "қазір өтеді, кейінгі төлемдер қабылданбайды",
            [CardEffect.LacksFundsLater] = "қазір өтеді, кейінгі төлемдерге қаражат жетпейді",
        },
        Declines = new Dictionary<DeclineCode, string>
        {
            [DeclineCode.CardDeclined] = "Банк картаны қабылдамады.",
            [DeclineCode.InsufficientFunds] = "Картада қаражат жеткіліксіз.",
            [DeclineCode.AuthenticationFailed] = "Код тым көп рет қате енгізілді.",
            [DeclineCode.CancelledByBuyer] = "Сіз төлемнен бас тарттыңыз.",
            [DeclineCode.Expired] = "Төлем бетінің уақыты өтті.",
        },
        Faults = new Dictionary<FieldFault, string>
        {
            [FieldFault.NotATestCard] = "Тек төмендегі тізімдегі сынақ карталары қабылданады. Мұнда ешқашан нақты картаны енгізбеңіз.",
            [FieldFault.NotADate] = "Ай мен жылды АА/ЖЖ түрінде жазыңыз.",
            [FieldFault.CardExpired] = "Бұл картаның мерзімі өткен.",
            [FieldFault.NotACvc] = "CVC үш саннан тұрады.",
            [FieldFault.WrongCode] = "Бұл код дұрыс емес. Қалған әрекет саны: {0}.",
        },
    };
}
