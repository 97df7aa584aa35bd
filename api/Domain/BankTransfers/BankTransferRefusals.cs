using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.BankTransfers;

public static class BankTransferRefusals
{
    public static readonly Refusal NotBankTransfer = new("payment_not_bank_transfer", RefusalKind.Conflict, "Only a bank transfer is confirmed by hand: a gateway tells by itself.");
    public static readonly Refusal AlreadyConfirmed = new("payment_already_confirmed", RefusalKind.Conflict, "This transfer has been confirmed before.");
    public static readonly Refusal StatementUnreadable = new("statement_unreadable", RefusalKind.Invalid, "The statement is not of the named form.");
}
