using System.Text.Json.Serialization;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Refunds;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Book;

/// <summary>Money that has moved. The book is nothing but these, in their order, and none is ever changed.</summary>
internal sealed record Movement(
    long AccountId, MovementKind Kind, string CheckoutId, string Reference, string PaymentReference, long Amount, string Currency, long MovedAt)
{
    public static Movement OfCharge(Checkout checkout, long now) => new(
        checkout.AccountId, MovementKind.Charge, checkout.Id, checkout.Reference, checkout.Reference, checkout.Amount, checkout.Currency, now);

    public static Movement OfRefund(Refund refund, Checkout checkout, long now) => new(
        refund.AccountId, MovementKind.Refund, checkout.Id, refund.Reference, checkout.Reference, refund.Amount, checkout.Currency, now);
}

/// <summary>Which way the money went.</summary>
[JsonConverter(typeof(CamelCaseEnum<MovementKind>))]
internal enum MovementKind
{
    /// <summary>From the buyer.</summary>
    Charge,

    /// <summary>Back to the buyer.</summary>
    Refund,
}

/// <summary>Movements in the database.</summary>
internal static class Movements
{
    public static void Add(Session session, Movement movement) => session.Execute(
        """
        insert into movements (account_id, kind, checkout_id, reference, payment_reference, amount, currency, moved_at)
        values ($account, $kind, $checkout, $reference, $payment, $amount, $currency, $at)
        """,
        ("$account", movement.AccountId), ("$kind", movement.Kind.ToString()), ("$checkout", movement.CheckoutId),
        ("$reference", movement.Reference), ("$payment", movement.PaymentReference), ("$amount", movement.Amount),
        ("$currency", movement.Currency), ("$at", movement.MovedAt));

    public static IReadOnlyList<MovementView> After(Session session, long account, long sequence, int limit) => session.All(
        """
        select sequence, kind, checkout_id, reference, payment_reference, amount, currency, moved_at from movements
        where account_id = $account and sequence > $after order by sequence limit $limit
        """,
        row => new MovementView(
            row.GetInt64(0), Enum.Parse<MovementKind>(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetString(4),
            row.GetInt64(5), row.GetString(6), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7))),
        ("$account", account), ("$after", sequence), ("$limit", limit));
}
