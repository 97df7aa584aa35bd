using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Usage;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Balances;

/// <summary>Rules C1, D2, D4, B7 and rulings 31, 33, 34: money and bonus on a balance, and what they pay.</summary>
public abstract class TopUpBalanceTests(RunningServer server)
{
    [Fact]
    public async Task C1_a_paid_top_up_is_on_the_balance_with_the_bonus_of_its_tier()
    {
        var shop = await Shop.Open(server);
        await shop.GiveBonuses();
        var customer = await shop.NewCustomer();
        var invoice = await shop.TopUp(customer.Id, 120_000);
        Assert.Equal((InvoiceStatus.Paid, InvoicePurpose.TopUp, "Поповнення балансу"), (invoice.Status, invoice.Purpose, invoice.Lines.Single().ProductName));
        var balance = await shop.Api.GetBalanceAsync(customer.Id);
        Assert.Equal((120_000, 12_000, 132_000), (balance.Balance.Amount, balance.Bonus.Amount, balance.Available.Amount));
        await shop.ProveBooks();
    }

    [Theory]
    [InlineData(59_999, 0)]
    [InlineData(60_000, 1_500)]
    [InlineData(109_999, 3_000)]
    [InlineData(110_000, 10_000)]
    public async Task C1_what_pays_a_debt_is_not_ahead_and_a_threshold_counts_from_its_own_unit_on(long amount, long bonus)
    {
        var desk = await UsageDesk.Open(server);
        await desk.Shop.GiveBonuses();
        await desk.Subscribe();
        await desk.CloseMonthBefore(2026, 12);
        Assert.Equal(10_000, (await desk.Balance()).Debt.Amount);
        await desk.Shop.TopUp(desk.Customer.Id, amount);
        var balance = await desk.Balance();
        Assert.Equal((amount - 10_000, bonus, 0), (balance.Balance.Amount, balance.Bonus.Amount, balance.Debt.Amount));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task C1_only_administrators_top_up()
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        await Refused.With("administrator_needed", async () => await TopUpAs(shop, customer.Id, CustomerRole.Employee));
        Assert.Equal(5_000, (await TopUpAs(shop, customer.Id, CustomerRole.Administrator)).Due.Amount);
    }

    [Theory]
    [InlineData(0, "UAH")]
    [InlineData(-1, "UAH")]
    [InlineData(100_000_000_000_001, "UAH")]
    [InlineData(100, "XXX")]
    public async Task What_is_no_amount_of_money_is_refused(long amount, string currency)
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        var request = new TopUpBalanceRequest { Amount = new Money { Amount = amount, Currency = currency } };
        await Refused.With("top_up_not_possible", () => shop.Api.TopUpBalanceAsync(customer.Id, request));
    }

    [Fact]
    public async Task D2_a_paid_top_up_offers_the_open_invoices_that_the_balance_covers_and_D4_the_balance_pays_them()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await Refused.With("balance_insufficient", () => shop.PayFromFunds(order.InvoiceId));
        var topUp = await shop.TopUp(order.CustomerId, 20_000);
        Assert.Equal(order.InvoiceId, Assert.Single(topUp.PayableInvoices).Id);
        Assert.Contains((await shop.Api.GetInvoiceAsync(order.InvoiceId)).WaysToPay, way => way.Method == PaymentMethod.Balance);

        var payment = await shop.PayFromFunds(order.InvoiceId);
        Assert.Equal((PaymentStatus.Succeeded, PaymentMethod.Balance, 19_900), (payment.Status, payment.Method, payment.Amount.Amount));
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(100, (await shop.Api.GetBalanceAsync(order.CustomerId)).Balance.Amount);
        Assert.Empty((await shop.Api.GetInvoiceAsync(topUp.Id)).PayableInvoices);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_top_up_is_never_paid_from_a_balance()
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        await shop.TopUp(customer.Id, 20_000);
        var second = await shop.Api.TopUpBalanceAsync(customer.Id, new TopUpBalanceRequest { Amount = new Money { Amount = 100, Currency = "UAH" } });
        await Refused.With("top_up_from_balance", () => shop.PayFromFunds(second.Id));
        Assert.DoesNotContain(second.WaysToPay, way => way.Method != PaymentMethod.Gateway);
    }

    [Fact]
    public async Task Money_goes_before_bonus_and_bonus_alone_pays_when_it_suffices()
    {
        var shop = await Shop.Open(server);
        await shop.GiveBonuses();
        var order = await shop.Place(months: 12);
        await shop.TopUp(order.CustomerId, 180_000);
        var payment = await shop.PayFromFunds(order.InvoiceId);
        Assert.Equal((191_040, 11_040), (payment.Amount.Amount, payment.Bonus.Amount));
        Assert.Equal(6_960, (await shop.Api.GetBalanceAsync(order.CustomerId)).Bonus.Amount);

        var next = await shop.Api.CreateOrderAsync(shop.NewOrder(shop.Light, portal: "next.bitrix24.ua", email: "next@firm.example"));
        await Refused.With("bonus_insufficient", () => PayFor(shop, next.InvoiceId, order.CustomerId));
        Assert.Equal(6_960, (await PayFor(shop, next.InvoiceId, order.CustomerId, 6_960)).Bonus.Amount);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task What_a_balance_gave_is_on_it_again_when_the_invoice_is_cancelled_or_refunded()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await shop.TopUp(order.CustomerId, 30_000);
        await shop.PayFromFunds(order.InvoiceId, amount: 5_000);
        await shop.Api.CancelInvoiceAsync(order.InvoiceId);
        Assert.Equal(30_000, (await shop.Api.GetBalanceAsync(order.CustomerId)).Available.Amount);

        var again = await shop.Api.CreateOrderAsync(shop.NewOrder(portal: "again.bitrix24.ua", email: "again@firm.example"));
        var payment = await PayFor(shop, again.InvoiceId, order.CustomerId, method: PaymentMethod.Balance);
        var refund = await shop.Api.RefundPaymentAsync(payment.Id, new RefundPaymentRequest { Reason = "test" });
        Assert.Equal((RefundStatus.Succeeded, RefundMethod.Balance), (refund.Status, refund.Method));
        Assert.Equal(30_000, (await shop.Api.GetBalanceAsync(order.CustomerId)).Available.Amount);
        Assert.Equal(OrderStatus.Refunded, (await shop.Api.GetOrderAsync(again.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A_refund_of_a_top_up_takes_its_bonus_back_and_never_makes_a_debt()
    {
        var shop = await Shop.Open(server);
        await shop.GiveBonuses();
        var order = await shop.Place();
        var topUp = await shop.TopUp(order.CustomerId, 100_000);
        await shop.PayFromFunds(order.InvoiceId);
        var payment = (await shop.Api.ListPaymentsAsync(invoiceId: topUp.Id)).Data.Single();
        await Refused.With("refund_exceeds_payment", () => Refund(shop, payment.Id, 80_101));

        var refund = await Refund(shop, payment.Id, 80_100);
        Assert.Equal((RefundSource.TopUp, 80_100, 8_010, 0), (refund.Source, refund.Amount.Amount, refund.Bonus.Amount, refund.Deducted.Amount));
        var balance = await shop.Api.GetBalanceAsync(order.CustomerId);
        Assert.Equal((0, 1_990, 0, 0), (balance.Balance.Amount, balance.Bonus.Amount, balance.Debt.Amount, balance.Reserved.Amount));
        await shop.ProveBooks();
    }

    private async Task<Invoice> TopUpAs(Shop shop, string customer, CustomerRole role)
    {
        var session = await shop.Api.CreateCustomerSessionAsync(customer, new CreateCustomerSessionRequest { Role = role, User = "anna" });
        return await shop.Client(session.Token).TopUpBalanceAsync(customer, new TopUpBalanceRequest { Amount = new Money { Amount = 5_000, Currency = "UAH" } });
    }

    private static Task<Payment> PayFor(Shop shop, string invoice, string payer, long? amount = null, PaymentMethod method = PaymentMethod.Bonus) =>
        shop.Api.PayInvoiceAsync(invoice, new PayInvoiceRequest
        {
            Method = method,
            Payer = payer,
            Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
        });

    private static Task<Refund> Refund(Shop shop, string payment, long amount) =>
        shop.Api.RefundPaymentAsync(payment, new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = amount, Currency = "UAH" } });
}

public sealed class TopUpBalanceOnSqlite(ServerOnSqlite server) : TopUpBalanceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class TopUpBalanceOnPostgres(ServerOnPostgres server) : TopUpBalanceTests(server), IClassFixture<ServerOnPostgres>;
