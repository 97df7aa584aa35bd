using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Invoices;

public static class InvoiceRefusals
{
    public static readonly Refusal NotFound = new("invoice_not_found", RefusalKind.NotFound, "There is no such invoice.");
    public static readonly Refusal NotOpen = new("invoice_not_open", RefusalKind.Conflict, "The invoice is not open.");
    public static readonly Refusal PaymentUndecided = new("payment_undecided", RefusalKind.Conflict, "A payment of this invoice is not decided yet.");
    public static readonly Refusal AmountAboveDue = new("amount_above_due", RefusalKind.Invalid, "The amount is more than is due.");
    public static readonly Refusal CurrencyDiffers = new("currency_differs", RefusalKind.Invalid, "The amount has another currency than the invoice.");
    public static readonly Refusal UsageStaysDue = new("usage_stays_due", RefusalKind.Conflict, "What was used is paid for: only the merchant can cancel its invoice, and waives it.");
}
