using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Payments;

/// <summary>Rules A6 to A8, rulings 2, 3, 4 and 16.</summary>
public abstract class PayInvoiceTests(RunningServer server)
{
    [Fact]
    public async Task A_payment_leads_to_the_gateways_page_and_a_good_card_makes_the_order_paid_and_the_licence_active()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place(months: 12, portal: "main.bitrix24.ua");
        var payment = await shop.StartPayment(order.InvoiceId);
        Assert.Equal((PaymentStatus.Pending, "redirect"), (payment.Status, payment.NextAction!.Type));
        await shop.EnterCard(payment);
        Assert.Equal(PaymentStatus.Succeeded, (await shop.Decided(payment.Id)).Status);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Equal(LicenceStatus.Active, (await shop.LicenceOf("main.bitrix24.ua")).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task A7_paying_again_while_a_payment_is_open_is_that_payment()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var payments = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.StartPayment(order.InvoiceId)));
        Assert.Single(payments.Select(payment => payment.Id).Distinct());
        await shop.EnterCard(await shop.Api.GetPaymentAsync(payments[0].Id));
        await shop.Decided(payments[0].Id);
        await Refused.With("invoice_not_open", () => shop.StartPayment(order.InvoiceId));
    }

    [Fact]
    public async Task After_a_decline_the_same_invoice_is_paid_by_a_new_payment()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var declined = await shop.Pay(order.InvoiceId, Shop.DeclinedCard);
        Assert.Equal((PaymentStatus.Declined, "cardRefused"), (declined.Status, declined.Failure));
        Assert.Equal(PaymentStatus.Succeeded, (await shop.Pay(order.InvoiceId)).Status);
    }

    [Fact]
    public async Task Charged_but_timed_out_is_unknown_to_nobody_for_long()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        Assert.Equal(PaymentStatus.Succeeded, (await shop.Pay(order.InvoiceId, Shop.SilentCard)).Status);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
    }

    [Fact]
    public async Task The_surcharge_is_on_top_and_the_merchant_nets_the_full_price()
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = 300 } });
        var (_, payment) = await shop.Sell();
        Assert.Equal((19_900, 616), (payment.Amount.Amount, payment.Surcharge.Amount));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Partial_payments_settle_the_invoice_together()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var part = await shop.StartPayment(order.InvoiceId, 5_000);
        await shop.EnterCard(part);
        await shop.Decided(part.Id);
        Assert.Equal(OrderStatus.Pending, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.Pay(order.InvoiceId);
        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        await shop.ProveBooks();
    }

    [Fact]
    public async Task What_cannot_be_paid_so_is_refused()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        await Refused.With("invoice_not_found", () => shop.StartPayment("inv_nonsense"));
        await Refused.With("amount_above_due", () => shop.StartPayment(order.InvoiceId, 19_901));
        await Refused.With("amount_not_positive", () => shop.StartPayment(order.InvoiceId, 0));
        await Refused.With("amount_not_positive", () => shop.StartPayment(order.InvoiceId, -1));
        await Refused.With("method_not_available", () => shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway }));
        await Refused.With("balance_insufficient", () => shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Balance }));
        await Refused.With("gateway_not_offered", () => Pay(shop, order, "nobody"));
        await Refused.With("currency_differs", () => shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest
        {
            Method = PaymentMethod.Gateway,
            Gateway = Shop.Gateway,
            Amount = new Money { Amount = 1, Currency = "USD" },
        }));
    }

    [Fact]
    public async Task The_same_key_answers_the_same_and_another_body_is_refused()
    {
        var shop = await Shop.Open(server);
        var order = await shop.Place();
        var request = new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Shop.Gateway };
        var first = await shop.Api.PayInvoiceAsync(order.InvoiceId, request, "key-1");
        var again = await shop.Api.PayInvoiceAsync(order.InvoiceId, request, "key-1");
        Assert.Equal((first.Id, first.NextAction!.Url), (again.Id, again.NextAction!.Url));
        request.Gateway = "other";
        await Refused.With("idempotency_key_reused", () => shop.Api.PayInvoiceAsync(order.InvoiceId, request, "key-1"));
    }

    [Fact]
    public async Task A_customer_pays_its_own_invoices_only()
    {
        var shop = await Shop.Open(server);
        var (mine, theirs) = (await shop.Place(), await shop.Place());
        var session = await shop.Api.CreateCustomerSessionAsync(mine.CustomerId, new CreateCustomerSessionRequest { Role = CustomerRole.Administrator, User = "u1" });
        var customer = shop.Client(session.Token);
        var request = new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Shop.Gateway };
        Assert.Equal(PaymentStatus.Pending, (await customer.PayInvoiceAsync(mine.InvoiceId, request)).Status);
        await Refused.With("invoice_not_found", () => customer.PayInvoiceAsync(theirs.InvoiceId, request));
    }

    private static Task Pay(Shop shop, Order order, string gateway) =>
        shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = gateway });
}

public sealed class PayInvoiceOnSqlite(ServerOnSqlite server) : PayInvoiceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class PayInvoiceOnPostgres(ServerOnPostgres server) : PayInvoiceTests(server), IClassFixture<ServerOnPostgres>;
