using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Refunds;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>What a callback says: one event, and the operation as it was then.</summary>
/// <param name="EventId">The same when the event is sent again.</param>
/// <param name="Type">For example <c>checkout.succeeded</c> or <c>refund.declined</c>.</param>
internal sealed record CallbackBody(string EventId, string Type, CheckoutView? Checkout, RefundView? Refund);
