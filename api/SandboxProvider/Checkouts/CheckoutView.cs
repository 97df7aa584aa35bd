namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>A checkout as a gateway reads it, in answers and in callbacks.</summary>
/// <param name="SavedCard">The token of the card, when it was to be saved and is.</param>
/// <param name="Page">The address of the payment page.</param>
/// <param name="Refunded">Refunded and about to be refunded, in minor units.</param>
internal sealed record CheckoutView(
    string Id,
    string Reference,
    CheckoutStatus Status,
    long Amount,
    string Currency,
    DeclineCode? DeclineCode,
    string? Mask,
    PageWallet? Wallet,
    long Refunded,
    string? SavedCard,
    string? Page)
{
    public static CheckoutView Of(Checkout checkout, string? page = null) => new(
        checkout.Id, checkout.Reference, checkout.Status, checkout.Amount, checkout.Currency, checkout.DeclineCode,
        checkout.Mask, checkout.Wallet, checkout.Refunded,
        checkout is { SavesCard: true, Status: CheckoutStatus.Succeeded } ? checkout.SavedCard : null, page);
}
