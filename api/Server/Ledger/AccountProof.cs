using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Ledger;

/// <summary>Kept balances are the sums of their transfers.</summary>
public static class AccountProof
{
    public static async Task<ProofCheck> Check(BillingDb db, LedgerFacts facts, CancellationToken cancel)
    {
        var findings = new ProofFindings();
        var accounts = await db.Accounts.OrderBy(row => row.Name).ToListAsync(cancel);
        foreach (var account in accounts.Where(account => !facts.IsDoubtful(account.Name)))
        {
            findings.AddIf(account.BalanceMinor != facts.Balances.GetValueOrDefault(account.Name) || account.HeldMinor != 0, account.Name);
        }

        foreach (var name in facts.Balances.Keys.Except(accounts.Select(account => account.Name)))
        {
            findings.Add(name);
        }

        return findings.Check("accountBalances", accounts.Count);
    }
}
