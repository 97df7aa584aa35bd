using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Api.Usage;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>
/// A merchant's books in which everything has happened that a check judges: made once, then tampered with in one place at a time,
/// each time undone.
/// </summary>
public abstract class History(SteppedServer server) : Scenario(server), IAsyncLifetime
{
    private readonly Dictionary<string, string> ids = [];

    public new SteppedServer Server => base.Server;

    public override async Task InitializeAsync()
    {
        await Server.InitializeAsync();
        await base.InitializeAsync();
        ids["merchant"] = Shop.Merchant.Id;
        ids["other.merchant"] = (await OpenShop()).Shop.Merchant.Id;
        await Furnish();
        await UseAService();
        await LetALicenceExpire();
        await SellWithEverything();
        await RefundAll();
        await SellAService();
        await TakeMoneyThatIsNotNeeded();
        await LeaveThingsUndecided();
        await Shop.ProveBooks();
    }

    async Task IAsyncLifetime.DisposeAsync() => await Server.DisposeAsync();

    /// <summary>SQL in which <c>{paid.payment}</c> and its like stand for ids.</summary>
    public string Fill(string sql) => ids.Aggregate(sql, (text, id) => text.Replace($"{{{id.Key}}}", $"'{id.Value}'", StringComparison.Ordinal));

    public async Task<IReadOnlyList<string>> AllChecks() => [.. (await Api.ProveBooksAsync()).Checks.Select(check => check.Name)];

    /// <summary>The checks that do not hold now.</summary>
    public async Task<IReadOnlyList<string>> BrokenChecks() =>
        [.. (await Api.ProveBooksAsync()).Checks.Where(check => !check.Holds).Select(check => check.Name)];

    private Task Furnish() => Api.UpdateSettingsAsync(new UpdateSettingsRequest
    {
        Tax = new Tax { Registered = true },
        SurchargeBasisPoints = new Dictionary<string, int> { [Shop.Gateway] = 250 },
        Requisites = new Requisites
        {
            Name = "ТОВ «Зразкові рішення»",
            TaxId = "143605726590",
            RegistrationCode = "14360570",
            Address = "01001, м. Київ, вул. Прикладна, 1",
            Iban = "UA213223130000026007233566001",
            Bank = "АТ «Зразок-Банк»",
        },
    });

    /// <summary>A month's usage was charged to the balance, the next with a correction of it, and the third is asked for by an invoice.</summary>
    private async Task UseAService()
    {
        var desk = await UsageDesk.Open(Shop);
        var service = await desk.Subscribe(UsageDesk.AddOn);
        await desk.Record(service, "1", UsageDesk.Users, new DateOnly(2026, 11, 21), 12);
        await desk.CloseMonthBefore(2026, 12);
        await desk.Record(service, "late", UsageDesk.Users, new DateOnly(2026, 11, 21), 10);
        await desk.CloseMonthBefore(2027, 1);
        await desk.AllowNoDebt();
        await desk.CloseMonthBefore(2027, 2);
        ids["booked.charge"] = (await desk.Usage(service, "2026-11")).Charge!.Id;
        ids["corrected.charge"] = (await desk.Usage(service, "2026-12")).Charge!.Id;
        var asked = (await desk.Usage(service, "2027-01")).Charge!;
        (ids["asked.charge"], ids["asked.invoice"]) = (asked.Id, asked.InvoiceId!);
        await Complete(await Shop.StartPayment(asked.InvoiceId!));
        await Api.CancelSubscriptionAsync(service.Id);
        await Api.UpdateSettingsAsync(new UpdateSettingsRequest { BalanceBelowZero = true });
    }

    private async Task LetALicenceExpire()
    {
        var (order, _) = await Buy(portal: "expired.bitrix24.ua");
        await NameLicence("expired", order);
        await Server.RunJobs();
        await Shop.MoveClock((await Api.GetTestClockAsync()).Now + TimeSpan.FromDays(40));
    }

    /// <summary>A year with tax and surcharge, extended by a month, refunded in part; its acts are issued and sent.</summary>
    private async Task SellWithEverything()
    {
        var (order, payment) = await Buy(months: 12, portal: "paid.bitrix24.ua");
        await Buy(portal: "paid.bitrix24.ua");
        await Server.RunJobs();
        ids["paid.refund"] = (await Refund(payment, amount: 50_000)).Id;
        await Reconnect(("refunds", "declined"));
        ids["declined.refund"] = (await Refund(payment, amount: 1_000)).Id;
        await Reconnect();
        await Server.RunJobs();
        await Name("paid", order, payment);
        await NameLicence("paid", order);
    }

    /// <summary>The money goes back before the act is issued.</summary>
    private async Task RefundAll()
    {
        var (order, payment) = await Buy(portal: "refunded.bitrix24.ua");
        ids["refunded.refund"] = (await Refund(payment)).Id;
        await Name("refunded", order, payment);
        await NameLicence("refunded", order);
    }

    /// <summary>A year of a service that runs, with a month on offer.</summary>
    private async Task SellAService()
    {
        var desk = await ServiceDesk.Open(Shop);
        var subscription = await desk.Subscribe(months: 12);
        await Complete(await Shop.StartPayment(subscription.OpenInvoiceId!));
        ids["service.subscription"] = subscription.Id;
        ids["service.period"] = (await Api.GetSubscriptionAsync(subscription.Id)).Periods.Single().Id;
        await ChangeTariffs(desk);
    }

    /// <summary>One change has happened; one waits for its invoice, which will expire.</summary>
    private async Task ChangeTariffs(ServiceDesk desk)
    {
        foreach (var role in new[] { "abandoned", "executed" })
        {
            var subscription = await desk.Subscribe();
            await Complete(await Shop.StartPayment(subscription.OpenInvoiceId!));
            var change = await desk.Change(subscription, await desk.Preview(subscription, desk.Better), createInvoice: true);
            (ids[$"{role}.change"], ids[$"{role}.invoice"]) = (change.Id, change.InvoiceId!);
        }

        await Complete(await Shop.StartPayment(ids["executed.invoice"]));
    }

    /// <summary>Once to the balance, once back, once a part that was given up; and an invoice that nobody paid.</summary>
    private async Task TakeMoneyThatIsNotNeeded()
    {
        await Choose(SurplusPolicy.Balance);
        await PayLate("credited");
        await Choose(SurplusPolicy.Refund);
        await PayLate("surplus");
        var order = await Place();
        var part = await Start(order, amount: 4_000);
        await Complete(part);
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Name("released", order, part);
        await Server.RunJobs();
        ids["surplus.refund"] = (await Api.ListRefundsAsync(paymentId: ids["surplus.payment"])).Data.Single().Id;

        var expired = await Place();
        await Shop.MoveClock((await InvoiceOf(expired)).DueAt);
        (ids["expired.order"], ids["expired.invoice"]) = (expired.Id, expired.InvoiceId);
    }

    /// <summary>No job runs after this: the last act is not issued yet.</summary>
    private async Task LeaveThingsUndecided()
    {
        var mismatched = await Place();
        var unknown = await Start(mismatched);
        await Deliver(Sign(ProviderEvent.About(await Provider.Checkout(PageOf(unknown)) with { Status = "succeeded", Amount = 1 })));
        await Name("unknown", mismatched, unknown);

        var refused = await Place();
        var declined = await Start(refused);
        await Complete(declined, Shop.DeclinedCard);
        await Name("declined", refused, declined);

        var partly = await Place();
        var part = await Start(partly, amount: 4_000);
        await Complete(part);
        await Name("partly", partly, part);

        var (order, payment) = await Buy();
        await Reconnect(("refunds", "asynchronous"), ("refundDelaySeconds", 3_600));
        ids["pending.refund"] = (await Refund(payment, amount: 2_000)).Id;
        await Name("last", order, payment);
    }

    /// <summary>Money for an invoice that has been cancelled meanwhile.</summary>
    private async Task PayLate(string role)
    {
        var order = await Place();
        var payment = await Start(order);
        await LoseSightOf(payment);
        await Api.CancelInvoiceAsync(order.InvoiceId);
        await Complete(payment);
        await Name(role, order, payment);
    }

    private async Task Name(string role, Order order, Payment payment)
    {
        ids[$"{role}.order"] = order.Id;
        ids[$"{role}.invoice"] = order.InvoiceId;
        ids[$"{role}.payment"] = payment.Id;
        ids[$"{role}.line"] = await IdOf($"invoice_lines where invoice_id = '{order.InvoiceId}'");
    }

    private async Task NameLicence(string role, Order order)
    {
        ids[$"{role}.licence"] = await IdOf($"licences where customer_id = '{order.CustomerId}'");
        ids[$"{role}.term"] = await IdOf($"licence_terms where invoice_id = '{order.InvoiceId}'");
    }

    private async Task<string> IdOf(string row) => (string)(await Server.Database.Execute($"select id from {row}"))!;
}

public sealed class HistoryOnSqlite() : History(new SteppedOnSqlite());

public sealed class HistoryOnPostgres() : History(new SteppedOnPostgres());
