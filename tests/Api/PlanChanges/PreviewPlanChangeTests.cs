using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Subscriptions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.PlanChanges;

/// <summary>Rule D6: what a change would come to, and which ones there are none of.</summary>
public abstract class PreviewPlanChangeTests(RunningServer server)
{
    [Fact]
    public async Task Unused_days_are_credited_from_today_on_to_the_unit()
    {
        var desk = await ServiceDesk.Open(server);
        var subscription = await desk.AfterTenDays();
        var preview = await desk.Preview(subscription, desk.Better);
        var credit = Assert.Single(preview.Credits);
        Assert.Equal(10, credit.AllDays - credit.UnusedDays);
        Assert.Equal(((30_000L * credit.UnusedDays * 2) + credit.AllDays) / (credit.AllDays * 2), preview.Credit.Amount);
        Assert.Equal(PlanChangeDecision.Invoice, preview.Decision);
        Assert.Equal(60_000 - preview.Credit.Amount, preview.Missing.Amount);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task What_cannot_be_changed_to_is_refused()
    {
        var desk = await ServiceDesk.Open(server);
        var waiting = await desk.Subscribe();
        var subscription = await desk.Running();
        await Refused.With("plan_not_changeable", () => desk.Preview(waiting, desk.Better));
        await Refused.With("plan_same", () => desk.Preview(subscription, desk.Plan));
        await Refused.With("plan_not_comparable", () => desk.Preview(subscription, desk.Shop.Pro));
        await Refused.With("plan_currency_differs", async () => await desk.Preview(subscription, await desk.InDollars()));
        var employee = await desk.As(CustomerRole.Employee);
        await Refused.With("administrator_needed", () => employee.PreviewPlanChangeAsync(subscription.Id, new PreviewPlanChangeRequest { PlanId = desk.Better.Id }));
    }
}

public sealed class PreviewPlanChangeOnSqlite(ServerOnSqlite server) : PreviewPlanChangeTests(server), IClassFixture<ServerOnSqlite>;

public sealed class PreviewPlanChangeOnPostgres(ServerOnPostgres server) : PreviewPlanChangeTests(server), IClassFixture<ServerOnPostgres>;
