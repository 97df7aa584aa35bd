using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Invoices;

/// <summary>Rules B2 and D3: one invoice for several services, and one open invoice for each.</summary>
public abstract class CreateInvoiceTests(RunningServer server)
{
    [Fact]
    public async Task B2_one_payment_extends_several_services()
    {
        var desk = await ServiceDesk.Open(server);
        var (first, second) = (await desk.Running(), await desk.Running());
        var invoice = await desk.Invoice((first, 1), (second, 12));
        Assert.Equal((30_000 + 288_000, 2), (invoice.Total.Amount, invoice.Lines.Count));
        await desk.Shop.Pay(invoice.Id);
        Assert.Equal(desk.Midnight(months: 2), (await desk.Shop.Api.GetSubscriptionAsync(first.Id)).PaidUntil);
        Assert.Equal(desk.Midnight(months: 13), (await desk.Shop.Api.GetSubscriptionAsync(second.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task D3_asking_again_answers_the_open_invoice_and_a_service_has_one_only()
    {
        var desk = await ServiceDesk.Open(server);
        var (first, second, third) = (await desk.Running(), await desk.Running(), await desk.Running());
        var invoice = await desk.Invoice((first, 1), (second, 1));
        Assert.Equal(invoice.Id, (await desk.Invoice((second, 1), (first, 12))).Id);
        Assert.Equal(invoice.Id, (await desk.Renew(first)).Id);
        await Refused.With("service_invoice_open", () => desk.Invoice((first, 1), (third, 1)));
        await desk.Shop.Api.CancelInvoiceAsync(invoice.Id);
        Assert.NotEqual(invoice.Id, (await desk.Invoice((first, 1), (third, 1))).Id);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task An_expired_invoice_leaves_its_services_free_for_another()
    {
        var desk = await ServiceDesk.Open(server);
        var (first, second) = (await desk.Running(), await desk.Running());
        var invoice = await desk.Invoice((first, 1), (second, 1));
        await desk.Shop.MoveClock(invoice.DueAt);
        Assert.Equal(InvoiceStatus.Expired, (await desk.Shop.Api.GetInvoiceAsync(invoice.Id)).Status);
        Assert.NotEqual(invoice.Id, (await desk.Renew(first)).Id);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task What_cannot_stand_in_one_invoice_is_refused()
    {
        var desk = await ServiceDesk.Open(server);
        var service = await desk.Running();
        var other = await desk.Shop.NewCustomer();
        var theirs = await desk.Subscribe(customerId: other.Id);
        await Refused.With("service_twice", () => desk.Invoice((service, 1), (service, 12)));
        await Refused.With("customers_differ", () => desk.Invoice((service, 1), (theirs, 1)));
        await Refused.With("term_not_offered", () => desk.Invoice((service, 7)));
        await Refused.With("request_invalid", () => desk.Invoice());
    }
}

public sealed class CreateInvoiceOnSqlite(ServerOnSqlite server) : CreateInvoiceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class CreateInvoiceOnPostgres(ServerOnPostgres server) : CreateInvoiceTests(server), IClassFixture<ServerOnPostgres>;
