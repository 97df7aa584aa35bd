using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.PlanChanges;

namespace BillingHeadless.Tests.Domain.Histories;

/// <summary>
/// Random histories of balances, services, tariff changes, refunds and usage: whatever happens in whatever order, the books
/// prove. <c>HISTORIES=1000000</c> lives more of them, <c>HISTORY=4711</c> lives one again.
/// </summary>
public sealed class HistoriesTests
{
    private const int Histories = 10_000;
    private const int Shown = 5;

    [Fact]
    public void Whatever_happens_in_whatever_order_the_books_prove()
    {
        var seeds = Number("HISTORY") is { } seed ? [seed] : Enumerable.Range(1, Number("HISTORIES") ?? Histories);
        var failures = seeds.AsParallel().Select(Fails).OfType<string>().Take(Shown).ToList();
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public void A_history_is_lived_again_from_its_seed()
    {
        static IEnumerable<string> Told(int seed) => History.Live(seed).Books.Entries.Select(entry => $"{entry.OccurredAt:O} {entry.Digest}");
        Assert.Equal(Told(12), Told(12));
        Assert.NotEqual(Told(12), Told(13));
    }

    /// <summary>Histories in which nothing happens would prove nothing.</summary>
    [Fact]
    public void Everything_that_can_happen_happens()
    {
        var states = new HashSet<PlanChangeState>();
        var worlds = Enumerable.Range(1, 300).Select(seed => History.Live(seed, world => states.UnionWith(world.Changes.Select(change => change.State)))).ToList();
        Assert.Equal(Enum.GetValues<EntryKind>(), worlds.SelectMany(world => world.Books.Entries).Select(entry => entry.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<PlanChangeState>(), states.Order());
        Assert.Contains(worlds, world => world.Changes.Exists(change => change is { State: PlanChangeState.Executed, InvoiceId: not null }));
        Assert.Contains(worlds, world => world.Refunds.Exists(refund => world.InvoiceOf(refund.InvoiceId).Purpose == InvoicePurpose.PlanChange));
        Assert.Contains(worlds, world => world.Charges.Exists(charge => charge.Parts.Any(part => part.Month < charge.Month)));
        Assert.Contains(worlds, world => world.Customers.Any(customer => world.Books.FundsOf(customer).Debt > 0));
    }

    private static string? Fails(int seed)
    {
        try
        {
            new Audit(History.Live(seed, world => new Audit(world).Holds())).Holds();
            return null;
        }
        catch (Exception failure)
        {
            return $"HISTORY={seed}: {failure}";
        }
    }

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}
