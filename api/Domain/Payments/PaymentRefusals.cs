using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Payments;

public static class PaymentRefusals
{
    public static readonly Refusal NotFound = new("payment_not_found", RefusalKind.NotFound, "There is no such payment.");
    public static readonly Refusal RefundNotFound = new("refund_not_found", RefusalKind.NotFound, "There is no such refund.");
    public static readonly Refusal GatewayUnknown = new("gateway_not_found", RefusalKind.NotFound, "There is no such gateway.");
    public static readonly Refusal GatewayUnavailable = new("plugin_unavailable", RefusalKind.Unavailable, "The gateway\'s plugin does not answer now: send the message again.");
    public static readonly Refusal GatewayNotOffered = new("gateway_not_offered", RefusalKind.Conflict, "The merchant does not offer this gateway.");
    public static readonly Refusal GatewayCannotTakeAmount = new("gateway_amount_not_possible", RefusalKind.Conflict, "The gateway does not take this amount in this currency.");
    public static readonly Refusal GatewaySettingsInvalid = new("gateway_settings_invalid", RefusalKind.Invalid, "The gateway's settings are not right.");
    public static readonly Refusal GatewaySettingsRefused = new("gateway_settings_refused", RefusalKind.Invalid, "The provider does not accept these settings.");
    public static readonly Refusal MethodNotAvailable = new("method_not_available", RefusalKind.Conflict, "This invoice cannot be paid this way.");
    public static readonly Refusal GatewaySavesNoCards = new("gateway_saves_no_cards", RefusalKind.Conflict, "This gateway keeps no cards for later charges.");
    public static readonly Refusal SavedCardsFull = new("saved_cards_full", RefusalKind.Conflict, "As many cards of this customer are kept as there may be: one must be removed first.");
    public static readonly Refusal SavedCardNotFound = new("saved_card_not_found", RefusalKind.NotFound, "The customer has no such saved card.");
    public static readonly Refusal AmountNotPositive = new("amount_not_positive", RefusalKind.Invalid, "An amount of money is more than zero.");
    public static readonly Refusal RefundExceedsPayment = new("refund_exceeds_payment", RefusalKind.Conflict, "More than is left of the payment cannot be refunded.");
    public static readonly Refusal RefundByHand = new("refund_by_hand", RefusalKind.Conflict, "The gateway returns no money: return it by hand, then record it with the method \"manual\".");
    public static readonly Refusal NotRefundable = new("payment_not_refundable", RefusalKind.Conflict, "Only a payment that succeeded can be refunded.");
}
