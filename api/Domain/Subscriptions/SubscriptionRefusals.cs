using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Subscriptions;

public static class SubscriptionRefusals
{
    public static readonly Refusal NotFound = new("subscription_not_found", RefusalKind.NotFound, "There is no such subscription.");
    public static readonly Refusal Ended = new("subscription_ended", RefusalKind.Conflict, "The subscription was cancelled for good.");
    public static readonly Refusal NotAService = new("not_a_service", RefusalKind.Invalid, "Only plans of services are subscribed to.");
    public static readonly Refusal PaymentUndecided = new("renewal_undecided", RefusalKind.Conflict, "A payment for the next period is not decided yet.");
    public static readonly Refusal NotRenewable = new("not_renewable", RefusalKind.Conflict, "What is paid after use is not extended.");
    public static readonly Refusal SavedMethodsOff = new("saved_methods_off", RefusalKind.Conflict, "The merchant does not save cards.");
    public static readonly Refusal SavedCardMissing = new("saved_card_missing", RefusalKind.Conflict, "There is no saved card to charge.");
    public static readonly Refusal AutoPayNotNeeded = new("auto_pay_not_needed", RefusalKind.Conflict, "What is paid after use is charged to the balance by itself.");
    public static readonly Refusal OpenElsewhere = new("service_invoice_open", RefusalKind.Conflict, "A service has an open invoice that is not for all of these: pay or cancel that one first.");
    public static readonly Refusal CustomersDiffer = new("customers_differ", RefusalKind.Invalid, "One invoice is for the services of one customer.");
    public static readonly Refusal ServiceTwice = new("service_twice", RefusalKind.Invalid, "A service can stand in an invoice once.");
    public static readonly Refusal AddOnNotOffered = new("add_on_not_offered", RefusalKind.Invalid, "The plan does not offer this add-on.");
}
