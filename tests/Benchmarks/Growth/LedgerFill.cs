using System.Data.Common;
using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Benchmarks.Ceiling;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Growth;

/// <summary>
/// Makes a ledger grow past the server: customers in turn top up and pay, each in an entry of two transfers with its line in the journal.
/// Entries are numbered without gaps and sealed, journals and kept balances go on from what was there; there are no invoices and payments
/// behind them, which is what a proof of the whole would miss.
/// </summary>
public sealed class LedgerFill(TestDatabase database, Id<Merchant> merchant, IReadOnlyList<string> customers, IdSource ids) : IAsyncDisposable
{
    private const int TransfersPerEntry = 2;
    private const int EntriesPerCommit = 2_000;
    private const long Money = 300;
    private const long Bonus = 100;

    /// <summary>What each pair of entries leaves on the balance.</summary>
    private const long Kept = 1;
    private static readonly Currency Currency = new("UAH");

    private readonly BillingDb db = database.OpenContext();
    private readonly Funds[] funds = new Funds[customers.Count];
    private readonly long[] lines = new long[customers.Count];
    private long entries;
    private LedgerEntry entry = null!;
    private Operation line = null!;

    public long Transfers => entries * TransfersPerEntry;

    /// <summary>To so many transfers.</summary>
    public async Task GrowTo(long transfers, DateTimeOffset now)
    {
        await using var connection = await database.Connect();
        await using (var writer = new RowWriter(connection))
        {
            await Write(writer, transfers, now);
            await writer.Commit();
        }

        await KeepBalances();
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private async Task Write(RowWriter writer, long transfers, DateTimeOffset now)
    {
        IReadOnlyList<RowStatement>? statements = null;
        while (Transfers < transfers)
        {
            Next(now);
            statements ??= Statements();
            await writer.Write(statements, entries, commits: entries % EntriesPerCommit == 0 ? 1 : 0);
        }
    }

    private IReadOnlyList<RowStatement> Statements() =>
    [
        EntityStatement.Insert(db, () => entry), EntityStatement.Insert(db, () => entry.Transfers[0]), EntityStatement.Insert(db, () => entry.Transfers[1]),
        EntityStatement.Insert(db, () => line),
    ];

    /// <summary>A customer's top-up, then the payment of an invoice, then the next customer's.</summary>
    private void Next(DateTimeOffset now)
    {
        var place = (int)(entries / 2 % customers.Count);
        var isTopUp = entries % 2 == 0;
        var (invoice, payment) = (ids.New<Invoice>(), ids.New<Payment>());
        var receivable = new AccountName(AccountKind.Receivable, invoice.Value, Currency);
        var balance = new AccountName(AccountKind.Balance, customers[place], Currency);
        var bonus = new AccountName(AccountKind.Bonus, customers[place], Currency);
        TransferDraft[] drafts = isTopUp
            ? [new(receivable, balance, Money + Kept), new(new AccountName(AccountKind.Promotion, "", Currency), bonus, Bonus)]
            : [new(balance, receivable, Money), new(bonus, receivable, Bonus)];
        var cause = new EntryCause(isTopUp ? EntryKind.BalanceToppedUp : EntryKind.PaidFromBalance, isTopUp ? invoice.Value : payment.Value) { InvoiceId = invoice, PaymentId = payment };
        entry = LedgerEntry.Write(ids.New<LedgerEntry>(), merchant, cause, now, drafts);
        entry.TakeNumber(++entries);
        line = LineOf(place, isTopUp ? new FundsPart(Money + Kept, Bonus) : new FundsPart(-Money, -Bonus));
    }

    private Operation LineOf(int place, FundsPart moved)
    {
        funds[place] = funds[place].With(moved);
        var account = new OperationAccount(new Id<Customer>(customers[place]), Currency, ++lines[place], funds[place]);
        return Operation.Write(ids.New<Operation>(), entry, account, new OperationChange(moved, FundsPart.Nothing), [new OperationPart(moved.Total > 0 ? "topUp" : "line", "CRM", moved.Total)]);
    }

    private async Task KeepBalances()
    {
        await using var connection = await database.Connect();
        for (var place = 0; place < customers.Count; place++)
        {
            await Keep(connection, new AccountName(AccountKind.Balance, customers[place], Currency), funds[place].Money, lines[place]);
            await Keep(connection, new AccountName(AccountKind.Bonus, customers[place], Currency), funds[place].Bonus, 0);
        }

        await Execute(connection, $"insert into counters (merchant_id, series, value) values ('{merchant}', '{CounterRow.Ledger}', {entries}) on conflict (merchant_id, series) do update set value = {entries}");
    }

    private Task Keep(DbConnection connection, AccountName account, long balance, long operations) => Execute(
        connection,
        $"""
        insert into accounts (merchant_id, name, currency, balance_minor, held_minor, operations) values ('{merchant}', '{account}', '{Currency}', {balance}, 0, {operations})
        on conflict (merchant_id, name) do update set balance_minor = {balance}, operations = {operations}
        """);

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
