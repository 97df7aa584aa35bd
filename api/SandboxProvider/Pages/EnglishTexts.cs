using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

internal static class EnglishTexts
{
    public static PageTexts All { get; } = new()
    {
        Code = "en",
        Title = "Test payment",
        TestMark = "TEST",
        NoRealMoney = "This is a test page: no real money moves.",
        Amount = "Amount",
        CardNumber = "Card number",
        Expiry = "Valid until",
        ExpiryHint = "Month and year: MM/YY",
        Cvc = "CVC",
        CvcHint = "Three digits on the back",
        Pay = "Pay {0}",
        OrWallet = "Or with a test wallet",
        TestWallet = "{0} (test)",
        Cancel = "Cancel and go back to the shop",
        BackToShop = "Back to the shop",
        TestCards = "Test cards",
        AnyDateAndCvc = "With any date to come and any CVC.",
        ConfirmTitle = "Confirm the payment",
        ConfirmHint = "The test bank asks for its code: {0}.",
        ConfirmCode = "Code",
        Confirm = "Confirm",
        PaidTitle = "Already paid",
        PaidText = "This payment has been made. Nothing more will be charged.",
        DeclinedTitle = "Payment declined",
        NotFoundTitle = "No such payment",
        NotFoundText = "There is no payment at this address. Go back to the shop and start again.",
        PleaseMend = "Please correct this:",
        Effects = new Dictionary<CardEffect, string>
        {
            [CardEffect.Succeeds] = "succeeds",
            [CardEffect.IsDeclined] = "is declined",
            [CardEffect.LacksFunds] = "has too little money",
            [CardEffect.AsksForCode] = "asks for the code 123456",
            [CardEffect.SucceedsInSilence] = "is charged, but the answer gets lost",
            [CardEffect.DeclinesLaterCharges] = "succeeds now, later charges are declined",
            [CardEffect.LacksFundsLater] = "succeeds now, has too little money for later charges",
        },
        Declines = new Dictionary<DeclineCode, string>
        {
            [DeclineCode.CardDeclined] = "The bank declined the card.",
            [DeclineCode.InsufficientFunds] = "There is not enough money on the card.",
            [DeclineCode.AuthenticationFailed] = "The code was wrong too many times.",
            [DeclineCode.CancelledByBuyer] = "You cancelled the payment.",
            [DeclineCode.Expired] = "The payment page has expired.",
        },
        Faults = new Dictionary<FieldFault, string>
        {
            [FieldFault.NotATestCard] = "Only the test cards listed below are accepted. Never enter a real card here.",
            [FieldFault.NotADate] = "Write the month and the year as MM/YY.",
            [FieldFault.CardExpired] = "This card has expired.",
            [FieldFault.NotACvc] = "The CVC is three digits.",
            [FieldFault.WrongCode] = "That is not the code. Attempts left: {0}.",
        },
    };
}
