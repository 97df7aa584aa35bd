using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;

namespace BillingHeadless.Server.Ledger.Proof;

/// <summary>What the entries say of a payment: what came, by where it went.</summary>
public sealed class ReceivedMoney
{
    public Currency Currency { get; set; }

    public long Applied { get; set; }

    /// <summary>Of the applied: what a bonus gave.</summary>
    public long Bonus { get; set; }

    public long Surcharge { get; set; }

    public long Unapplied { get; set; }

    /// <summary>Of the unapplied: what went to a balance.</summary>
    public long Credited { get; set; }
}

/// <summary>What the entries say of an invoice.</summary>
public sealed class InvoiceMoney
{
    /// <summary>Null as long as nothing has come.</summary>
    public Currency? Currency { get; set; }

    /// <summary>What payments have brought and it has kept.</summary>
    public long Paid { get; set; }

    /// <summary>What became income and tax; 0 until it is settled.</summary>
    public long Settled { get; set; }

    /// <summary>What went back, surcharges apart.</summary>
    public long Refunded { get; set; }

    /// <summary>What tariff changes gave back for unused days.</summary>
    public long Credited { get; set; }

    /// <summary>Of the credited: tax by category and rate.</summary>
    public Dictionary<string, long> CreditedTaxes { get; } = [];

    /// <summary>Whether what it was settled with is a balance, and not income.</summary>
    public bool IsOfBalance { get; set; }

    /// <summary>The bonus that was given for it.</summary>
    public long Bonus { get; set; }

    /// <summary>Of the settled: tax by category and rate.</summary>
    public Dictionary<string, long> Taxes { get; } = [];
}

/// <summary>What the entries say of a refund.</summary>
public sealed class RefundMoney
{
    public Currency Currency { get; set; }

    public long Held { get; set; }

    public long Surcharge { get; set; }

    /// <summary>Tax by category and rate.</summary>
    public Dictionary<string, long> Taxes { get; } = [];

    /// <summary>Bonus that goes back to the customer, or of a top-up is taken from it.</summary>
    public long Bonus { get; set; }

    /// <summary>Of a top-up: money that stays with the merchant for bonus that was spent.</summary>
    public long Deducted { get; set; }

    public RefundSource Source { get; set; }

    /// <summary>What of the invoice or top-up goes back, surcharge apart.</summary>
    public long Amount => Held - Surcharge + Deducted;

    /// <summary>Posted or voided; null while it is held.</summary>
    public TransferPhase? Ended { get; set; }

    public string PaymentId { get; set; } = "";
}

public static class MoneyTables
{
    /// <summary>The entry of a key, made when it is not there.</summary>
    public static TValue At<TValue>(this Dictionary<string, TValue> table, string key)
        where TValue : new()
    {
        if (!table.TryGetValue(key, out var value))
        {
            table[key] = value = new TValue();
        }

        return value;
    }

    public static void Add(this Dictionary<string, long> table, string key, long amount) => table[key] = table.GetValueOrDefault(key) + amount;

    /// <summary>Whether both say the same of every key; what is not there is nothing.</summary>
    public static bool Equals(Dictionary<string, long> left, Dictionary<string, long> right) =>
        left.Keys.Union(right.Keys).All(key => left.GetValueOrDefault(key) == right.GetValueOrDefault(key));
}
