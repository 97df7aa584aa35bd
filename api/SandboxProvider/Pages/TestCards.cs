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
    ];

    /// <summary>Whether charges of the saved card are declined when the buyer is not there.</summary>
    public static bool DeclinesLater(string mask) => All.Any(card => card.Mask == mask && card.Effect == CardEffect.DeclinesLaterCharges);

    public static TestCard? Find(string number) => All.FirstOrDefault(card => card.Number == number);
}
