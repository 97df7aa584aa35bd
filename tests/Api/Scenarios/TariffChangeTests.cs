using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>
/// Rule D6 and ruling 38: however a tariff change goes, it ends to the unit and to the day, and in books that prove. Ten of the thirty days
/// of a service of 300.00 are used: 200.00 are credited to the next tariff of 600.00.
/// </summary>
public abstract class TariffChangeTests(SteppedServer server) : Scenario(server)
{
    private const long Credit = 20_000;
    private const long BetterPrice = 60_000;

    private ServiceDesk Desk { get; set; } = null!;

    private Subscription Service { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Desk = await ServiceDesk.Open(Shop);
        Service = await Desk.AfterTenDays();
    }

    [Fact]
    public async Task Money_that_comes_after_its_invoice_was_cancelled_changes_nothing_and_goes_back()
    {
        await Shop.TopUp(Desk.Customer.Id, 1_000);
        var change = await AskForInvoice();
        var payment = await Shop.StartPayment(change.InvoiceId!);
        await Refused.With("payment_undecided", () => Api.CancelInvoiceAsync(change.InvoiceId!));
        await LoseSightOf(payment);
        await Api.CancelInvoiceAsync(change.InvoiceId!);

        await Complete(payment);
        await Server.RunJobs();

        Assert.Equal((Desk.Plan.Id, Desk.Midnight(months: 1)), await Tariff());
        Assert.Equal((RefundStatus.Succeeded, RefundSource.Surplus, BetterPrice - Credit - 1_000), ResultOf(Assert.Single(await Refunds())));
        Assert.Equal((1_000, 0, 1_000), await Funds());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task While_its_payment_is_undecided_the_service_stays_on_past_its_end_and_changes_when_the_money_is_there()
    {
        await Api.UpdateSettingsAsync(new UpdateSettingsRequest { InvoiceValidityDays = 30 });
        var change = await AskForInvoice();
        var invoice = await Api.GetInvoiceAsync(change.InvoiceId!);
        Assert.Equal(Desk.Midnight(months: 1), invoice.DueAt);
        var payment = await Shop.StartPayment(invoice.Id);
        await Shop.MoveClock(invoice.DueAt.AddHours(30));
        Assert.Equal(SubscriptionState.Renewing, (await Api.GetSubscriptionAsync(Service.Id)).State);

        await Complete(payment);

        Assert.Equal((Desk.Better.Id, Desk.Midnight(months: 2, days: 1)), await Tariff());
        Assert.Equal((0, 0, 0), await Funds());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task In_the_last_minute_of_a_period_one_day_is_credited_and_a_moment_later_none()
    {
        var end = Desk.Midnight(months: 1);
        await Shop.TopUp(Desk.Customer.Id, 2 * BetterPrice);
        var other = await Desk.Running();
        await Shop.MoveClock(end.AddMinutes(-1));
        var preview = await Desk.Preview(Service, Desk.Better);
        Assert.Equal((1_000, 1, 30), (preview.Credit.Amount, preview.Credits.Single().UnusedDays, preview.Credits.Single().AllDays));
        await Desk.Change(Service, preview);
        Assert.Equal((Desk.Better.Id, Desk.Midnight(months: 1, days: 29)), await Tariff());

        var refusal = await Refused.With("plan_changed_today", () => Desk.Preview(Service, Desk.Plan));
        Assert.Equal(end, refusal.Problem!.NextChangeAt);
        await Shop.MoveClock(Desk.Midnight(months: 1, days: 10));
        preview = await Desk.Preview(other, Desk.Better);
        Assert.Equal((0, 0, SubscriptionState.Expired), (preview.Credit.Amount, preview.Credits.Count, (await Api.GetSubscriptionAsync(other.Id)).State));
        await Desk.Change(other, preview);
        Assert.Equal(Desk.Midnight(months: 2, days: 10), (await Api.GetSubscriptionAsync(other.Id)).PaidUntil);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Changed_on_two_days_it_credits_each_tariff_for_its_own_days()
    {
        await Shop.TopUp(Desk.Customer.Id, BetterPrice);
        var first = await Desk.Preview(Service, Desk.Better);
        await Desk.Change(Service, first);
        Assert.Equal(Credit, await Desk.Balance());
        Assert.Equal(Desk.Midnight(months: 0, days: 11), (await Refused.With("plan_changed_today", () => Desk.Change(Service, first))).Problem!.NextChangeAt);

        await Shop.MoveClock(Desk.Midnight(months: 0, days: 11));
        var back = await Desk.Preview(Service, Desk.Plan);
        Assert.Equal((58_065, 30, 31), (back.Credit.Amount, back.Credits.Single().UnusedDays, back.Credits.Single().AllDays));
        await Desk.Change(Service, back);

        Assert.Equal((Desk.Plan.Id, Desk.Midnight(months: 1, days: 11)), await Tariff());
        Assert.Equal(Credit + 58_065 - 30_000, await Desk.Balance());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Periods_that_are_paid_ahead_are_credited_whole()
    {
        await Shop.Pay((await Desk.Renew(Service, months: 12)).Id);
        var preview = await Desk.Preview(Service, Desk.Better);
        Assert.Equal([(Credit, 20, 30), (288_000, 365, 365)], preview.Credits.Select(credit => (credit.Credit.Amount, credit.UnusedDays, credit.AllDays)));
        Assert.Equal((PlanChangeDecision.Now, 0), (preview.Decision, preview.Missing.Amount));

        await Desk.Change(Service, preview);

        Assert.Equal((Credit + 288_000 - BetterPrice, 0, Credit + 288_000 - BetterPrice), await Funds());
        Assert.Equal((Desk.Better.Id, Desk.Midnight(months: 1, days: 10)), await Tariff());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task An_invoice_of_which_a_part_went_back_and_the_rest_was_credited_is_refunded()
    {
        var extension = await Shop.Pay((await Desk.Renew(Service, months: 12)).Id);
        await Refund(extension, 8_000, RefundMethod.Manual);
        var preview = await Desk.Preview(Service, Desk.Better);
        Assert.Equal(Credit + 280_000, preview.Credit.Amount);

        await Desk.Change(Service, preview);

        Assert.Equal(InvoiceStatus.Refunded, (await Api.GetInvoiceAsync(extension.InvoiceId)).Status);
        Assert.Contains("invoice.refunded", await Events());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Two_services_of_one_invoice_are_changed_and_each_gets_back_its_own_days()
    {
        await Api.UpdateSettingsAsync(new UpdateSettingsRequest { Tax = new Tax { Registered = true } });
        var (first, second) = (await Desk.Subscribe(await Desk.Taxed(30_000)), await Desk.Subscribe(await Desk.Taxed(30_001)));
        foreach (var waiting in new[] { first, second })
        {
            await Api.CancelInvoiceAsync(waiting.OpenInvoiceId!);
        }

        await Shop.Pay((await Desk.Invoice((first, 1), (second, 1))).Id);
        await Shop.MoveClock(Desk.Midnight(months: 0, days: 20));
        await Shop.TopUp(Desk.Customer.Id, 2 * BetterPrice);
        var target = await Desk.Taxed(BetterPrice);
        foreach (var service in new[] { first, second })
        {
            var preview = await Desk.Preview(service, target);
            Assert.Equal((21, 31), (preview.Credits.Single().UnusedDays, preview.Credits.Single().AllDays));
            await Desk.Change(service, preview);
            await Shop.ProveBooks();
        }

        // 30000 x 21 / 31 and 30001 x 21 / 31, each rounded half up.
        Assert.Equal(20_323 + 20_323, await Desk.Balance());
    }

    [Fact]
    public async Task What_bonuses_pay_towards_it_stays_bonus()
    {
        await Shop.GiveBonuses();
        var change = await AskForInvoice();
        await Shop.TopUp(Desk.Customer.Id, 100_000);
        await Shop.PayFromFunds(change.InvoiceId!, PaymentMethod.Bonus, 10_000);
        await Shop.PayFromFunds(change.InvoiceId!);
        Assert.Equal((70_000, 0), await MoneyAndBonus());
        var purchase = await PurchaseOf(change);
        Assert.Equal((BetterPrice, 10_000), (purchase.Amount.Amount, purchase.Bonus.Amount));
        await Shop.ProveBooks();

        await Refund(purchase);

        Assert.Equal((120_000, 10_000), await MoneyAndBonus());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task What_a_balance_gave_towards_it_is_refunded_with_what_it_bought_and_never_by_itself()
    {
        var change = await AskForInvoice();
        await Shop.TopUp(Desk.Customer.Id, 50_000);
        var payment = await Shop.PayFromFunds(change.InvoiceId!);
        foreach (var method in new[] { RefundMethod.Gateway, RefundMethod.Manual })
        {
            await Refused.With("payment_not_refundable", () => Refund(payment, method: method));
        }

        await Refund(await PurchaseOf(change));
        Assert.Equal(50_000 + Credit, await Desk.Balance());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task What_is_missing_is_named_and_a_preview_is_used_once()
    {
        var preview = await Desk.Preview(Service, Desk.Better);
        var refusal = await Refused.With("funds_missing", () => Desk.Change(Service, preview));
        Assert.Equal((BetterPrice - Credit, "UAH"), (refusal.Problem!.Missing!.Amount, refusal.Problem.Missing.Currency));
        var change = await Desk.Change(Service, preview, createInvoice: true);
        await Refused.With("preview_outdated", () => Desk.Change(Service, preview, createInvoice: true));

        refusal = await Refused.With("balance_insufficient", () => Shop.PayFromFunds(change.InvoiceId!));
        Assert.Equal(BetterPrice - Credit, refusal.Problem!.Missing!.Amount);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task What_was_missing_for_it_yields_no_act_since_the_new_tariff_that_it_bought_has_its_own()
    {
        var change = await AskForInvoice();
        await Complete(await Shop.StartPayment(change.InvoiceId!));

        await Refused.With("top_up_has_no_act", () => Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = DocumentKind.Act, InvoiceId = change.InvoiceId! }));
        Assert.Equal((Desk.Better.Id, 0), ((await Tariff()).PlanId, (await Funds()).Available));
    }

    private async Task<PlanChange> AskForInvoice() => await Desk.Change(Service, await Desk.Preview(Service, Desk.Better), createInvoice: true);

    private async Task<Payment> PurchaseOf(PlanChange change)
    {
        var purchase = (await Api.ListPaymentsAsync(customerId: Desk.Customer.Id)).Data.Where(payment => payment.InvoiceId != change.InvoiceId);
        return purchase.Single(payment => payment.Method == PaymentMethod.Balance);
    }

    private async Task<(string PlanId, DateTimeOffset? PaidUntil)> Tariff()
    {
        var service = await Api.GetSubscriptionAsync(Service.Id);
        return (service.PlanId, service.PaidUntil);
    }

    private async Task<(long Balance, long Reserved, long Available)> Funds()
    {
        var balance = await Api.GetBalanceAsync(Desk.Customer.Id);
        return (balance.Balance.Amount, balance.Reserved.Amount, balance.Available.Amount);
    }

    private async Task<(long Money, long Bonus)> MoneyAndBonus()
    {
        var balance = await Api.GetBalanceAsync(Desk.Customer.Id);
        return (balance.Balance.Amount, balance.Bonus.Amount);
    }

    private static (RefundStatus Status, RefundSource Source, long Amount) ResultOf(Refund refund) => (refund.Status, refund.Source, refund.Amount.Amount);
}

public sealed class TariffChangeOnSqlite(SteppedOnSqlite server) : TariffChangeTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class TariffChangeOnPostgres(SteppedOnPostgres server) : TariffChangeTests(server), IClassFixture<SteppedOnPostgres>;
