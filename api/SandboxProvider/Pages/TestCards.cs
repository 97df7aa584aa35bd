using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>A card that the page accepts, and what becomes of a payment with it.</summary>
internal sealed record TestCard(string Number, CardEffect Effect)
{
    private const int GroupLength = 4;

    public string Mask => Number[^GroupLength..];

    /// <summary>In groups of four, as on a card.</summary>
    public string Spaced => string.Join(' ', Number.Chunk(GroupLength).Select(group => new string(group)));
}

/// <summary>What a test card does.</summary>
internal enum CardEffect
{
    Succeeds,
    IsDeclined,
    LacksFunds,
    AsksForCode,

    /// <summary>Charges, and tells nobody: no callback, and the first status query is not answered.</summary>
    SucceedsInSilence,

    /// <summary>Succeeds with the buyer present; charges without the buyer are declined.</summary>
    DeclinesLaterCharges,

    /// <summary>Succeeds with the buyer present; for charges without the buyer it has too little money.</summary>
    LacksFundsLater,
}

/// <summary>The only cards there are: anything else is refused, so that nobody's real card is ever taken.</summary>
internal static class TestCards
{
    /// <summary>The code that the test bank accepts.</summary>
    public const string Code = "123456";

    /// <summary>The card that stands behind every test wallet.</summary>
    public const string WalletMask = "4242";

    public static readonly IReadOnlyList<TestCard> All =
    [
        new("4242424242424242", CardEffect.Succeeds),
        new("4000000000000002", CardEffect.IsDeclined),
        new("4000000000009995", CardEffect.LacksFunds),
        new("4000000000003220", CardEffect.AsksForCode),
        new("4000000000000119", CardEffect.SucceedsInSilence),
        new("4000000000000341", CardEffect.DeclinesLaterCharges),
        new("4000000000009961", CardEffect.LacksFundsLater),
    ];

    /// <summary>Why a charge of the saved card is declined when the buyer is not there; null when it is not.</summary>
    public static DeclineCode? WithoutBuyer(string mask) => All.Single(card => card.Mask == mask).Effect switch
    {
        CardEffect.DeclinesLaterCharges => DeclineCode.CardDeclined,
        CardEffect.LacksFundsLater => DeclineCode.InsufficientFunds,
        CardEffect.AsksForCode => DeclineCode.AuthenticationFailed,
        _ => null,
    };

    public static TestCard? Find(string number) => All.FirstOrDefault(card => card.Number == number);
}
