namespace BillingHeadless.Domain.Events;

/// <summary>Everything that is announced: a noun and what was done to it.</summary>
public static class EventTypes
{
    public const string OrderCreated = "order.created";
    public const string OrderPaid = "order.paid";
    public const string OrderCancelled = "order.cancelled";
    public const string OrderRefunded = "order.refunded";
    public const string InvoiceCreated = "invoice.created";
    public const string InvoicePaid = "invoice.paid";
    public const string InvoiceCancelled = "invoice.cancelled";
    public const string InvoiceExpired = "invoice.expired";
    public const string InvoiceRefunded = "invoice.refunded";
    public const string PaymentStarted = "payment.started";
    public const string PaymentSucceeded = "payment.succeeded";
    public const string PaymentDeclined = "payment.declined";
    public const string PaymentCancelled = "payment.cancelled";
    public const string PaymentUnknown = "payment.unknown";
    public const string PaymentUnapplied = "payment.unapplied";
    public const string PaymentMismatched = "payment.mismatched";
    public const string PaymentUnmatched = "payment.unmatched";
    public const string SavedCardKept = "saved_card.kept";
    public const string SavedCardEnded = "saved_card.ended";
    public const string RefundCreated = "refund.created";
    public const string RefundSucceeded = "refund.succeeded";
    public const string RefundDeclined = "refund.declined";
    public const string RefundUnknown = "refund.unknown";
    public const string CustomerCreated = "customer.created";
    public const string BalanceToppedUp = "balance.topped_up";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionExtended = "subscription.extended";
    public const string SubscriptionChanged = "subscription.plan_changed";
    public const string PlanChangeAbandoned = "plan_change.abandoned";
    public const string SubscriptionShortened = "subscription.shortened";
    public const string SubscriptionExpired = "subscription.expired";
    public const string SubscriptionCancelled = "subscription.cancelled";
    public const string UsageCharged = "usage.charged";
    public const string LicenceActivated = "licence.activated";
    public const string LicenceExtended = "licence.extended";
    public const string LicenceShortened = "licence.shortened";
    public const string LicenceExpired = "licence.expired";
    public const string LicenceRevoked = "licence.revoked";
    public const string LicenceMoved = "licence.moved";
    public const string ActIssued = "act.issued";
    public const string ActSent = "act.sent";
    public const string ActOverdue = "act.overdue";
    public const string ActWaiting = "act.waiting";

    public static IReadOnlyList<string> All { get; } =
    [
        OrderCreated, OrderPaid, OrderCancelled, OrderRefunded,
        InvoiceCreated, InvoicePaid, InvoiceCancelled, InvoiceExpired, InvoiceRefunded,
        PaymentStarted, PaymentSucceeded, PaymentDeclined, PaymentCancelled, PaymentUnknown, PaymentUnapplied, PaymentMismatched, PaymentUnmatched,
        SavedCardKept, SavedCardEnded,
        RefundCreated, RefundSucceeded, RefundDeclined, RefundUnknown,
        CustomerCreated, BalanceToppedUp,
        SubscriptionCreated, SubscriptionExtended, SubscriptionChanged, PlanChangeAbandoned, SubscriptionShortened, SubscriptionExpired, SubscriptionCancelled, UsageCharged,
        LicenceActivated, LicenceExtended, LicenceShortened, LicenceExpired, LicenceRevoked, LicenceMoved,
        ActIssued, ActSent, ActOverdue, ActWaiting,
    ];
}
