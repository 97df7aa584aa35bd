using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.BankTransfers;

public static class BankTransferRefusals
{
    public static readonly Refusal NotBankTransfer = new("payment_not_bank_transfer", RefusalKind.Conflict, "Only a bank transfer is confirmed by hand: a gateway tells by itself.");
    public static readonly Refusal AlreadyConfirmed = new("payment_already_confirmed", RefusalKind.Conflict, "This transfer has been confirmed before: name the statement's entry if more has come.");
    public static readonly Refusal EntryNotFound = new("statement_entry_not_found", RefusalKind.NotFound, "There is no such entry of a statement.");
    public static readonly Refusal EntryTaken = new("statement_entry_taken", RefusalKind.Conflict, "The money of this entry is booked already.");
    public static readonly Refusal EntryAmountDiffers = new("statement_entry_amount_differs", RefusalKind.Invalid, "The entry says which amount came: leave the amount out.");
    public static readonly Refusal StatementUnreadable = new("statement_unreadable", RefusalKind.Invalid, "The statement is not of the named form.");
}
