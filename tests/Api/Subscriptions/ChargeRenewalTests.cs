using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Payments;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Subscriptions;

/// <summary>Rules B6, C2 and rulings 32, 35: a service is extended by the saved card of its standing order.</summary>
public abstract class ChargeRenewalTests(SteppedServer server)
{
    private const string Nowhere = "http://127.0.0.1:9/sandbox";

    [Fact]
    public async Task B6_month_after_month_the_card_is_charged_once_at_the_end()
    {
        var desk = await CardDesk.Open(server);
        var subscription = await CardDesk.Running(desk);

        await desk.Shop.MoveClock(desk.Midnight(months: 3).AddSeconds(1));

        var charges = await CardDesk.Charges(desk);
        Assert.Equal([PaymentStatus.Succeeded, PaymentStatus.Succeeded, PaymentStatus.Succeeded], charges.Select(charge => charge.Status));
        Assert.Equal(SubscriptionState.Active, await State(desk, subscription));
        Assert.Equal(desk.Midnight(months: 4), (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).PaidUntil);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task C2_a_kept_card_is_not_charged_without_a_standing_order()
    {
        var desk = await CardDesk.Open(server);
        await CardDesk.Keep(desk);
        var subscription = await desk.Running();

        await desk.Shop.MoveClock(desk.Midnight(months: 2));

        Assert.Equal(SubscriptionState.Expired, await State(desk, subscription));
        Assert.Empty(await CardDesk.Charges(desk));
    }

    [Fact]
    public async Task A_decline_for_good_leaves_an_open_invoice_and_is_not_tried_again()
    {
        var desk = await CardDesk.Open(server, 1, 3);
        var subscription = await CardDesk.Running(desk, SavedCardShop.DeclinesLater);

        await desk.Shop.MoveClock(desk.Midnight(months: 1, days: 5));

        Assert.False(Assert.Single(await CardDesk.Charges(desk)).RetryMayHelp);
        subscription = await desk.Shop.Api.GetSubscriptionAsync(subscription.Id);
        Assert.Equal(SubscriptionState.Expired, subscription.State);
        Assert.Equal("Послугу «CRM, Basic» не продовжено", (await Letter(subscription)).Subject);
        await desk.Shop.Pay(subscription.OpenInvoiceId!);
        Assert.Equal(SubscriptionState.Active, await State(desk, subscription));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_reason_that_may_pass_is_tried_again_on_the_days_of_the_schedule_alone()
    {
        var desk = await CardDesk.Open(server, 3, 1);
        var subscription = await CardDesk.Running(desk, CardDesk.LacksFundsLater);

        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddHours(1));
        Assert.Contains("Ми ще раз спробуємо", (await Letter(await desk.Shop.Api.GetSubscriptionAsync(subscription.Id))).Text, StringComparison.Ordinal);
        await desk.Shop.MoveClock(desk.Midnight(months: 2));

        var charges = await CardDesk.Charges(desk);
        Assert.All(charges, charge => Assert.Equal((PaymentStatus.Declined, "insufficientFunds", true), (charge.Status, charge.Failure, charge.RetryMayHelp)));
        Assert.Equal([desk.Midnight(1), desk.Midnight(1).AddDays(1), desk.Midnight(1).AddDays(3)], charges.Select(charge => charge.CreatedAt));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task Without_a_schedule_there_is_one_try()
    {
        var desk = await CardDesk.Open(server);
        await CardDesk.Running(desk, CardDesk.LacksFundsLater);
        await desk.Shop.MoveClock(desk.Midnight(months: 2));
        Assert.Single(await CardDesk.Charges(desk));
    }

    [Fact]
    public async Task Another_card_that_the_customer_has_chosen_pays_on_the_next_day_of_the_schedule()
    {
        var desk = await CardDesk.Open(server, 2);
        var subscription = await CardDesk.Running(desk, CardDesk.LacksFundsLater);
        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddHours(1));
        Assert.Equal(SubscriptionState.Expired, await State(desk, subscription));

        var other = await CardDesk.Keep(desk);
        Assert.Equal(other.Id, (await CardDesk.Choose(desk, subscription, other)).AutoPay.SavedCardId);
        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddDays(3));

        Assert.Equal(SubscriptionState.Active, await State(desk, subscription));
        Assert.Equal(other.Id, (await CardDesk.Charges(desk))[^1].SavedCardId);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_bank_that_wants_to_hear_from_the_buyer_is_not_asked_again_by_itself()
    {
        var desk = await CardDesk.Open(server, 1);
        var subscription = await CardDesk.Running(desk, Shop.CodeCard);

        await desk.Shop.MoveClock(desk.Midnight(months: 1).AddDays(4));

        Assert.Equal("authenticationFailed", Assert.Single(await CardDesk.Charges(desk)).Failure);
        subscription = await desk.Shop.Api.GetSubscriptionAsync(subscription.Id);
        Assert.Equal(SubscriptionState.Expired, subscription.State);
        Assert.Contains("Ваш банк просить підтвердити", (await Letter(subscription)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_whose_answer_is_lost_keeps_the_service_on_until_the_gateway_is_asked()
    {
        var desk = await CardDesk.Open(server, 1);
        var subscription = await CardDesk.Running(desk);
        var lost = false;
        server.AfterCall = _ =>
        {
            server.AfterCall = _ => { };
            lost = true;
            throw new HttpRequestException("The connection broke.");
        };

        await desk.Shop.MoveClock(desk.Midnight(months: 1));

        Assert.True(lost);
        var charge = Assert.Single(await CardDesk.Charges(desk));
        Assert.Equal((PaymentStatus.Unknown, SubscriptionState.Renewing), (charge.Status, await State(desk, subscription)));
        await Refused.With("payment_undecided", () => desk.Shop.Api.CancelSubscriptionAsync(subscription.Id));

        Assert.Equal(PaymentStatus.Succeeded, (await desk.Shop.Decided(charge.Id)).Status);
        Assert.Equal(SubscriptionState.Active, await State(desk, subscription));
        Assert.Single(await CardDesk.Charges(desk));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task The_same_work_begun_again_after_a_crash_charges_nothing_twice()
    {
        var desk = await CardDesk.Open(server, 1);
        await CardDesk.Running(desk);
        await desk.Shop.MoveClock(desk.Midnight(months: 1));

        await server.Database.Execute($"update jobs set state = 'Waiting', attempts = 0, locked_until = 0 where kind = 'extend.charge' and merchant_id = '{desk.Shop.Merchant.Id}'");
        await server.RunJobs();

        Assert.Equal(PaymentStatus.Succeeded, Assert.Single(await CardDesk.Charges(desk)).Status);
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task A_gateway_that_is_away_for_a_moment_does_not_end_the_service()
    {
        var desk = await CardDesk.Open(server);
        var subscription = await CardDesk.Running(desk);
        var address = $"{server.Client.BaseAddress!.ToString().TrimEnd('/')}/sandbox";
        await desk.Shop.SetGateway(("baseUrl", Nowhere));
        await desk.Shop.MoveClock(desk.Midnight(months: 1));
        Assert.Equal(SubscriptionState.Renewing, await State(desk, subscription));

        await desk.Shop.SetGateway(("baseUrl", address));
        server.Time.Advance(TimeSpan.FromSeconds(6));
        await server.RunJobs();

        Assert.Equal(SubscriptionState.Active, await State(desk, subscription));
        Assert.Equal([PaymentStatus.Cancelled, PaymentStatus.Succeeded], (await CardDesk.Charges(desk)).Select(charge => charge.Status));
        await desk.Shop.ProveBooks();
    }

    [Fact]
    public async Task An_ended_card_or_a_merchant_that_keeps_none_charges_nothing()
    {
        var desk = await CardDesk.Open(server);
        var subscription = await CardDesk.Running(desk);
        await desk.Shop.Api.DeleteSavedCardAsync(subscription.AutoPay.SavedCardId!);

        await desk.Shop.MoveClock(desk.Midnight(months: 1));

        Assert.Equal(SubscriptionState.Expired, await State(desk, subscription));
        Assert.NotNull((await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).OpenInvoiceId);
        Assert.Empty(await CardDesk.Charges(desk));
        await Refused.With("saved_card_missing", () => desk.Subscribe(autoPay: AutoPayMethod.Card));
        await desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { SavedMethods = false });
        await Refused.With("saved_methods_off", () => desk.Subscribe(autoPay: AutoPayMethod.Card));
    }

    [Fact]
    public async Task The_schedule_is_bounded()
    {
        var desk = await CardDesk.Open(server);
        await Refused.With("settings_invalid", () => desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { CardRetryDays = [0] }));
        await Refused.With("settings_invalid", () => desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { CardRetryDays = [2, 2] }));
        await Refused.With("settings_invalid", () => desk.Shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { CardRetryDays = [8] }));
    }

    private static async Task<SubscriptionState> State(ServiceDesk desk, Subscription subscription) => (await desk.Shop.Api.GetSubscriptionAsync(subscription.Id)).State;

    /// <summary>What the customer is told of a renewal that failed.</summary>
    private async Task<SentMail> Letter(Subscription subscription)
    {
        await server.RunJobs();
        return Assert.Single(SentMail.In(server.Database.Directory), mail => mail.Html.Contains($"/pay/{subscription.OpenInvoiceId}/", StringComparison.Ordinal));
    }
}

public sealed class ChargeRenewalOnSqlite(SteppedOnSqlite server) : ChargeRenewalTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class ChargeRenewalOnPostgres(SteppedOnPostgres server) : ChargeRenewalTests(server), IClassFixture<SteppedOnPostgres>;
