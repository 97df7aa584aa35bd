using System.Diagnostics;
using System.Globalization;
using BillingHeadless.Client;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Tests.Benchmarks.Report;
using BillingHeadless.Tests.Kit;
using Merchant = BillingHeadless.Domain.Merchants.Merchant;

namespace BillingHeadless.Tests.Benchmarks.Growth;

/// <summary>How long a balance and one page of a journal take to read as the ledger grows.</summary>
public sealed class GrowthBenchmark(GrowthOptions options, TextWriter output)
{
    private const int Customers = 100;
    private const int Readings = 400;
    private const int WarmUps = 100;
    private const int PageSize = 20;

    /// <summary>The proof reads everything: larger ledgers are not proved here.</summary>
    private const int MostProved = 100_000;

    /// <summary>What a growth past the server keeps whole.</summary>
    private static readonly string[] ChecksThatHold = ["ledgerEntries", "accountBalances", "journal"];

    private readonly List<(long Transfers, Latency Balance, Latency Page, Latency Filtered)> lines = [];

    /// <returns>0 when the ledger that was made is whole.</returns>
    public async Task<int> Run()
    {
        await using var database = await TestDatabase.Create(options.Database);
        var (key, fill) = await Prepare(database);
        var isWhole = true;
        await using (fill)
        {
            foreach (var transfers in options.Transfers)
            {
                isWhole &= await Measure(database, fill, key, transfers);
            }
        }

        await output.WriteLineAsync($"\n{TableOfLines()}");
        return isWhole ? 0 : 1;
    }

    /// <summary>A merchant with customers, made by a server that is gone when the ledger grows.</summary>
    private static async Task<(string Key, LedgerFill Fill)> Prepare(TestDatabase database)
    {
        await using var server = new RunningServer(database.Kind) { Database = database };
        await server.InitializeAsync();
        var merchant = (await TestMerchant.Create(server)).Made;
        var api = BillingClient.Connect(server.Client.BaseAddress!, merchant.SecretKey);
        var customers = new List<string>();
        for (var i = 0; i < Customers; i++)
        {
            customers.Add((await api.CreateCustomerAsync(new CreateCustomerRequest { Email = $"customer{i}@firm.example" })).Id);
        }

        return (merchant.SecretKey, new LedgerFill(database, new Id<Merchant>(merchant.Id), customers, server.Get<IdSource>()));
    }

    private async Task<bool> Measure(TestDatabase database, LedgerFill fill, string key, int transfers)
    {
        var clock = Stopwatch.StartNew();
        await fill.GrowTo(transfers, new TestTime().Now);
        await output.WriteLineAsync($"{fill.Transfers} transfers after {clock.Elapsed.TotalSeconds:f0} s.");
        await using var server = new RunningServer(database.Kind) { Database = database };
        await server.InitializeAsync();
        var api = BillingClient.Connect(server.Client.BaseAddress!, key);
        var customers = (await api.ListCustomersAsync(limit: Customers)).Data.Select(customer => customer.Id).ToList();
        lines.Add((
            fill.Transfers,
            await Latency.Of(Readings, WarmUps, i => api.GetBalanceAsync(customers[i % customers.Count])),
            await Latency.Of(Readings, WarmUps, i => api.ListOperationsAsync(customers[i % customers.Count], limit: PageSize)),
            await Latency.Of(Readings, WarmUps, i => api.ListOperationsAsync(customers[i % customers.Count], limit: PageSize, from: server.Time.Now.AddYears(-1), to: server.Time.Now.AddDays(1)))));
        return transfers > MostProved || await IsWhole(api);
    }

    private async Task<bool> IsWhole(BillingClient api)
    {
        var broken = (await api.ProveBooksAsync()).Checks.Where(check => !check.Holds).Select(check => check.Name).ToList();
        await output.WriteLineAsync($"  proof: {(broken.Count == 0 ? "all checks hold" : $"not {string.Join(", ", broken)}")}");
        return !broken.Intersect(ChecksThatHold).Any();
    }

    private Table TableOfLines()
    {
        var table = new Table("database", "transfers", "balance p50, ms", "p95", "page p50, ms", "p95", "page of a year p50, ms", "p95");
        foreach (var (transfers, balance, page, filtered) in lines)
        {
            table.Add([$"{options.Database}", transfers.ToString(CultureInfo.InvariantCulture), .. balance.Cells, .. page.Cells, .. filtered.Cells]);
        }

        return table;
    }
}
