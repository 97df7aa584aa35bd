using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Orders;

public static class OrderRefusals
{
    public static readonly Refusal NotFound = new("order_not_found", RefusalKind.NotFound, "There is no such order.");
    public static readonly Refusal PlanUnknown = new("plan_unknown", RefusalKind.Invalid, "An item names a plan that does not exist.");
    public static readonly Refusal PlanNotOnSale = new("plan_not_on_sale", RefusalKind.Invalid, "An item names a plan that is not on sale.");
    public static readonly Refusal TermNotOffered = new("term_not_offered", RefusalKind.Invalid, "The plan is not sold for this number of months.");
    public static readonly Refusal QuantityNotAllowed = new("quantity_not_allowed", RefusalKind.Invalid, "The quantity is not possible for this item.");
    public static readonly Refusal CurrencyMixed = new("currency_mixed", RefusalKind.Invalid, "All items of an order have one currency.");
    public static readonly Refusal AmountTooLarge = new("amount_too_large", RefusalKind.Invalid, "The total is beyond what one order may be.");
    public static readonly Refusal AmountZero = new("amount_zero", RefusalKind.Invalid, "An item of the order costs nothing.");
    public static readonly Refusal ProductTwice = new("product_twice", RefusalKind.Invalid, "A licence of one product can stand in an order once.");
    public static readonly Refusal FieldInvalid = new("field_invalid", RefusalKind.Invalid, "A field of the form is missing or wrong.");
    public static readonly Refusal PortalInvalid = new("portal_invalid", RefusalKind.Invalid, "The portal address cannot be used.");
    public static readonly Refusal ConsentMissing = new("consent_missing", RefusalKind.Invalid, "An agreement has not been accepted.");
    public static readonly Refusal AgreementOutdated = new("agreement_outdated", RefusalKind.Invalid, "An agreement has a newer version: read and accept that one.");
    public static readonly Refusal LoginRequired = new("login_required", RefusalKind.Conflict, "This e-mail is known: log in to order.");
    public static readonly Refusal EditionDiffers = new("edition_differs", RefusalKind.Conflict, "The portal runs another edition of this product: it can be extended, or replaced when it has ended.");
    public static readonly Refusal ExtendsMismatch = new("extends_mismatch", RefusalKind.Conflict, "The licence to be extended is not the one of this product and portal.");
    public static readonly Refusal NotCancellable = new("order_not_cancellable", RefusalKind.Conflict, "Only a pending order can be cancelled.");
}
