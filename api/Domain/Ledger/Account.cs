using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Ledger;

/// <summary>
/// An account with a limit keeps its balance in its row and changes by one guarded update (ruling 5). All other accounts
/// have no row: they are the sums of their transfers.
/// </summary>
public sealed class Account : IOwned
{
    private Account()
    {
    }

    public Id<Merchant> MerchantId { get; private set; }

    /// <summary>As <see cref="AccountName"/> writes it.</summary>
    public string Name { get; private set; } = "";

    public Currency Currency { get; private set; }

    /// <summary>Credits less debits of posted transfers.</summary>
    public long BalanceMinor { get; private set; }

    /// <summary>How many lines the customer's journal has; kept with its money.</summary>
    public long Operations { get; private set; }

    /// <summary>What pending transfers hold back.</summary>
    public long HeldMinor { get; private set; }

    public static Account Open(Id<Merchant> merchant, AccountName name) => new() { MerchantId = merchant, Name = name.ToString(), Currency = name.Currency };
}
