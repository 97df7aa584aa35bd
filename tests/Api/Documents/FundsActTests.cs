using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using RefundPaymentRequest = BillingHeadless.Client.RefundPaymentRequest;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Rules B5 and B7, ruling 28: acts of what a company's account and its bonuses pay for.</summary>
public abstract class FundsActTests(SteppedServer server)
{
    private const long Price = 19_900;

    [Fact]
    public async Task B7_a_top_up_yields_no_act_and_what_the_account_pays_for_does_when_it_is_requested()
    {
        var shop = await OpenOnRequest();
        var order = await Buy(shop);
        var topUp = await shop.TopUp(order.CustomerId, 20_000);
        await Refused.With("top_up_has_no_act", () => Office.Make(shop, DocumentKind.Act, topUp.Id));

        await shop.PayFromFunds(order.InvoiceId);
        var act = await Office.Make(shop, DocumentKind.Act, order.InvoiceId);

        Assert.Equal((Price, order.CustomerId), (act.Total.Amount, act.CustomerId));
        await Refused.With("act_already_issued", () => Office.Make(shop, DocumentKind.Act, order.InvoiceId));
        await server.RunJobs();
        await shop.ProveBooks();
    }

    [Fact]
    public async Task B7_an_act_is_made_out_to_the_company_whose_account_paid_unless_another_is_named()
    {
        var shop = await OpenOnRequest();
        var company = await shop.NewCustomer();
        await shop.TopUp(company.Id, 50_000);
        await shop.Api.UpdateCustomerAsync(company.Id, new UpdateCustomerRequest { Requisites = Office.Buyer });
        var first = await Buy(shop);
        var second = await Buy(shop, portal: "second.bitrix24.ua");
        foreach (var order in new[] { first, second })
        {
            await PayFor(shop, order, company.Id, PaymentMethod.Balance);
        }

        Assert.Equal(company.Id, (await Office.Make(shop, DocumentKind.Act, first.InvoiceId)).CustomerId);
        var named = new CreateDocumentRequest { Kind = DocumentKind.Act, InvoiceId = second.InvoiceId, Addressee = second.CustomerId };
        Assert.Equal(second.CustomerId, (await shop.Api.CreateDocumentAsync(named)).CustomerId);
        await server.RunJobs();
        await shop.ProveBooks();
    }

    [Fact]
    public async Task B5_what_bonuses_paid_for_yields_no_act_neither_by_itself_nor_on_request()
    {
        var shop = await Office.Open(server);
        var partner = await Rich(shop);
        var order = await Buy(shop);
        await PayFor(shop, order, partner.Id, PaymentMethod.Bonus);
        await server.RunJobs();

        Assert.Equal(OrderStatus.Paid, (await shop.Api.GetOrderAsync(order.Id)).Status);
        Assert.Empty(await Office.ActsOf(shop, order.InvoiceId));
        await Refused.With("bonus_has_no_act", () => Office.Make(shop, DocumentKind.Act, order.InvoiceId));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task B5_an_act_is_about_the_money_alone_where_bonuses_paid_a_part_and_so_is_its_tax()
    {
        var shop = await Office.Open(server);
        var partner = await Rich(shop);
        var order = await Buy(shop);
        await PayFor(shop, order, partner.Id, PaymentMethod.Bonus, 4_900);
        await shop.Pay(order.InvoiceId);
        await server.RunJobs();

        var act = await Office.ActOf(shop, order.InvoiceId);
        Assert.Equal((DocumentStatus.Sent, 15_000, order.CustomerId), (act.Status, act.Total.Amount, act.CustomerId));
        var text = await Office.TextOf(await Office.ContentOf(shop, act.Id));
        Assert.All(["125,00", "25,00", Office.Squeeze("Сто п'ятдесят гривень 00 копійок")], word => Assert.Contains(word, text));
        await shop.ProveBooks();
    }

    [Fact]
    public async Task Bonus_that_goes_back_leaves_the_act_and_money_that_goes_back_corrects_it()
    {
        var shop = await Office.Open(server);
        var partner = await Rich(shop);
        var order = await Buy(shop);
        var bonus = await PayFor(shop, order, partner.Id, PaymentMethod.Bonus, 4_900);
        var money = await shop.Pay(order.InvoiceId);
        await server.RunJobs();

        await Refund(shop, bonus, 4_900);
        await server.RunJobs();
        Assert.Equal(15_000, (await Office.ActOf(shop, order.InvoiceId)).Total.Amount);
        await shop.ProveBooks();

        await Refund(shop, money, 5_000);
        await server.RunJobs();
        Assert.Equal([15_000, 10_000], (await Office.ActsOf(shop, order.InvoiceId)).Select(act => act.Total.Amount));
        await shop.ProveBooks();
    }

    private async Task<Shop> OpenOnRequest()
    {
        var shop = await Office.Open(server);
        await Office.AskForActs(shop);
        return shop;
    }

    /// <summary>A customer with 200.00 of bonus.</summary>
    private static async Task<Customer> Rich(Shop shop)
    {
        await shop.GiveBonuses();
        var partner = await shop.NewCustomer();
        await shop.TopUp(partner.Id, 200_000);
        return partner;
    }

    private static async Task<Order> Buy(Shop shop, string? portal = null)
    {
        var order = await shop.Place(portal: portal);
        await shop.Api.UpdateCustomerAsync(order.CustomerId, new UpdateCustomerRequest { Requisites = Office.Buyer });
        return order;
    }

    private static Task<Payment> PayFor(Shop shop, Order order, string payer, PaymentMethod method, long? amount = null) =>
        shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest
        {
            Method = method,
            Payer = payer,
            Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
        });

    private static async Task Refund(Shop shop, Payment payment, long amount)
    {
        var request = new RefundPaymentRequest { Reason = "test", Amount = new Money { Amount = amount, Currency = "UAH" } };
        Assert.Equal(RefundStatus.Succeeded, (await shop.Api.RefundPaymentAsync(payment.Id, request)).Status);
    }
}

public sealed class FundsActOnSqlite(SteppedOnSqlite server) : FundsActTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class FundsActOnPostgres(SteppedOnPostgres server) : FundsActTests(server), IClassFixture<SteppedOnPostgres>;
