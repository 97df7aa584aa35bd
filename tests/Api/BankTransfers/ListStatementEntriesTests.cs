using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.BankTransfers;

/// <summary>Rule B3: what no transfer is found for is shown to the merchant, who says whose money it is.</summary>
public abstract class ListStatementEntriesTests(SteppedServer server)
{
    private const int Price = 19_900;
    private const string Unknown = "id;date;amount;currency;text\nB7;2026-11-20;199.00;UAH;For the module, thank you\n";

    [Fact]
    public async Task What_matches_nothing_is_listed_with_the_reason_and_assigned_by_hand_once()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        await Import(shop, Unknown);
        var entry = Assert.Single((await shop.Api.ListStatementEntriesAsync(outcome: StatementOutcome.NotFound)).Data);
        Assert.Equal(("B7", Price, "For the module, thank you", "2026-11-20"), (entry.BankId, entry.Amount.Amount, entry.Text, $"{entry.BookedOn:yyyy-MM-dd}"));

        var paid = await Assign(shop, begun.Id, entry.Id);

        Assert.Equal((begun.Id, PaymentStatus.Succeeded), (paid.Id, paid.Status));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        var assigned = Assert.Single((await shop.Api.ListStatementEntriesAsync(outcome: StatementOutcome.Assigned)).Data);
        Assert.Equal((entry.Id, begun.Id), (assigned.Id, assigned.PaymentId));
        await Refused.With("statement_entry_taken", () => Assign(shop, begun.Id, entry.Id));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task More_money_for_a_confirmed_transfer_becomes_a_payment_of_its_own()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        await BankShop.Confirm(shop, begun.Id);
        var entry = (await Import(shop, Unknown)).Entries.Single();

        var second = await Assign(shop, begun.Id, entry.Id);

        Assert.NotEqual(begun.Id, second.Id);
        Assert.Equal((PaymentStatus.Succeeded, Price), (second.Status, second.Unapplied.Amount));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task What_cannot_be_assigned_is_refused()
    {
        var shop = await BankShop.Open(server);
        var begun = await BankShop.Begin(shop, (await shop.Place()).InvoiceId);
        var entry = (await Import(shop, Unknown)).Entries.Single();
        var euros = (await Import(shop, "amount;currency;text\n199.00;EUR;Thanks\n")).Entries.Single();

        await Refused.With("statement_entry_not_found", () => Assign(shop, begun.Id, "ste_nonsense"));
        await Refused.With("statement_entry_amount_differs", () => Assign(shop, begun.Id, entry.Id, new Money { Amount = 1, Currency = "UAH" }));
        await Refused.With("currency_differs", () => Assign(shop, begun.Id, euros.Id));
        var stranger = await BankShop.Open(server);
        Assert.Empty((await stranger.Api.ListStatementEntriesAsync()).Data);
    }

    [Fact]
    public async Task Money_for_a_transfer_that_was_begun_is_assigned_when_no_more_are_offered()
    {
        var shop = await BankShop.Open(server);
        var begun = await BankShop.Begin(shop, (await shop.Place()).InvoiceId);
        var entry = (await Import(shop, Unknown)).Entries.Single();
        await shop.Api.UpdateGatewayAsync(BankShop.Gateway, new UpdateGatewayRequest { Enabled = false });

        Assert.Equal(PaymentStatus.Succeeded, (await Assign(shop, begun.Id, entry.Id)).Status);
    }

    private static Task<Payment> Assign(Shop shop, string paymentId, string entryId, Money? amount = null) =>
        shop.Api.ConfirmBankPaymentAsync(paymentId, new ConfirmBankPaymentRequest { StatementEntryId = entryId, Amount = amount });

    private static Task<Statement> Import(Shop shop, string content) =>
        shop.Api.ImportStatementAsync(new ImportStatementRequest { Format = StatementFormat.Csv, Content = content });
}

public sealed class ListStatementEntriesOnSqlite(SteppedOnSqlite server) : ListStatementEntriesTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ListStatementEntriesOnPostgres(SteppedOnPostgres server) : ListStatementEntriesTests(server), IClassFixture<SteppedOnPostgres>;
