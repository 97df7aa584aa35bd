using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Balances;

public static class BalanceRefusals
{
    public static readonly Refusal BalanceInsufficient = new("balance_insufficient", RefusalKind.Conflict, "The balance does not cover the amount.");
    public static readonly Refusal BonusInsufficient = new("bonus_insufficient", RefusalKind.Conflict, "The bonus does not cover the amount.");
    public static readonly Refusal TopUpNotPossible = new("top_up_not_possible", RefusalKind.Invalid, "A balance cannot be topped up by this amount.");
    public static readonly Refusal TopUpFromBalance = new("top_up_from_balance", RefusalKind.Conflict, "A top-up is paid through a gateway or bank, never from a balance or bonus.");
}
