namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>A checkout as a gateway reads it, in answers and in callbacks.</summary>
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
    string? Page)
{
    public static CheckoutView Of(Checkout checkout, string? page = null) => new(
        checkout.Id, checkout.Reference, checkout.Status, checkout.Amount, checkout.Currency, checkout.DeclineCode,
        checkout.Mask, checkout.Wallet, checkout.Refunded, page);
}
