using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.BankTransfers;

/// <summary>Rule B3: a transfer that the merchant has seen.</summary>
public abstract class ConfirmBankPaymentTests(SteppedServer server)
{
    private const int Price = 19_900;

    [Fact]
    public async Task The_whole_sum_pays_the_order_and_activates_the_licence()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place(portal: "transfer.bitrix24.ua");
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        Assert.Equal((PaymentStatus.Pending, "redirect"), (begun.Status, begun.NextAction!.Type));

        var paid = await BankShop.Confirm(shop, begun.Id);

        Assert.Equal((PaymentStatus.Succeeded, Price), (paid.Status, paid.Amount.Amount));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(LicenceStatus.Active, (await shop.LicenceOf("transfer.bitrix24.ua")).Status);
        await Refused.With("payment_already_confirmed", () => BankShop.Confirm(shop, begun.Id));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_transfer_that_never_comes_ends_by_itself_and_its_invoice_with_it()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        await BankShop.Begin(shop, order.InvoiceId);
        await RunDays(9);

        var waited = (await shop.Api.ListPaymentsAsync(invoiceId: order.InvoiceId)).Data.Single();
        Assert.Equal((PaymentStatus.Pending, false), (waited.Status, waited.NeedsPerson));
        Assert.Equal(OrderStatus.Pending, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await RunDays(3);

        Assert.Equal(OrderStatus.Cancelled, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(InvoiceStatus.Expired, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_part_leaves_the_rest_due_and_the_rest_pays_it()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        await BankShop.Confirm(shop, (await BankShop.Begin(shop, order.InvoiceId)).Id, 5_000);
        Assert.Equal((OrderStatus.Pending, Price - 5_000), ((await shop.Api.GetOrderAsync(order.Id)).Status, (await shop.Api.GetInvoiceAsync(order.InvoiceId)).Due.Amount));
        await shop.ProveBooks();

        await BankShop.Confirm(shop, (await BankShop.Begin(shop, order.InvoiceId)).Id);

        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task More_pays_the_order_and_the_surplus_is_shown()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();

        var paid = await BankShop.Confirm(shop, (await BankShop.Begin(shop, order.InvoiceId)).Id, Price + 100);

        Assert.Equal((Price + 100, 100), (paid.Amount.Amount, paid.Unapplied.Amount));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task What_cannot_be_confirmed_is_refused()
    {
        var shop = await BankShop.Open(server);
        var order = await shop.Place();
        var begun = await BankShop.Begin(shop, order.InvoiceId);
        await Refused.With("payment_not_found", () => BankShop.Confirm(shop, "pay_nonsense"));
        await Refused.With("amount_not_positive", () => BankShop.Confirm(shop, begun.Id, 0));
        await Refused.With("currency_differs", () => BankShop.Confirm(shop, begun.Id, 1, "EUR"));
        var byCard = await shop.StartPayment((await shop.Place()).InvoiceId);
        await Refused.With("payment_not_bank_transfer", () => BankShop.Confirm(shop, byCard.Id));
    }

    private async Task RunDays(int days)
    {
        // Day by day, as the jobs of a server that runs do it.
        for (var day = 0; day < days; day++)
        {
            server.Time.Advance(TimeSpan.FromDays(1));
            await server.RunJobs();
        }
    }
}

public sealed class ConfirmBankPaymentOnSqlite(SteppedOnSqlite server) : ConfirmBankPaymentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ConfirmBankPaymentOnPostgres(SteppedOnPostgres server) : ConfirmBankPaymentTests(server), IClassFixture<SteppedOnPostgres>;
