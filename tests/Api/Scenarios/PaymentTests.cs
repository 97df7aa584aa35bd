using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>From an order to a licence, by each way in which a payment can go (rulings 3, 17).</summary>
public abstract class PaymentTests(SteppedServer server) : Scenario(server)
{
    [Fact]
    public async Task The_providers_message_alone_makes_the_order_paid_and_the_licence_active()
    {
        var order = await Place(months: 12);
        var payment = await Start(order);
        Assert.Equal(PaymentStatus.Pending, payment.Status);

        await Complete(payment);

        Assert.Equal(PaymentStatus.Succeeded, (await Listed(payment)).Status);
        Assert.Equal(InvoiceStatus.Paid, (await InvoiceOf(order)).Status);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal(LicenceStatus.Active, (await OnlyLicence()).Status);
        Assert.Equal([191_040], await Provider.Book());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_declined_card_leaves_the_invoice_open_for_another()
    {
        var order = await Place();
        var first = await Start(order);
        await Complete(first, Shop.DeclinedCard);
        Assert.Equal(PaymentStatus.Declined, (await Listed(first)).Status);
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);

        var second = await Start(order);
        await Complete(second);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal([Price], await Provider.Book());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_card_that_asks_for_a_code_pays_after_the_right_one()
    {
        var order = await Place();
        var payment = await Start(order);
        await Complete(payment, Shop.CodeCard);
        Assert.Equal(PaymentStatus.Pending, (await Listed(payment)).Status);

        await Provider.EnterCode(PageOf(payment), Shop.RightCode);
        await Deliver(await NewsOf(payment));

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_charge_in_silence_is_found_by_the_resolvers_second_question()
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment, Shop.SilentCard);

        await Wait(TimeSpan.FromSeconds(5));
        Assert.Equal(InvoiceStatus.Open, (await InvoiceOf(order)).Status);
        await Wait(TimeSpan.FromSeconds(30));

        Assert.Equal(PaymentStatus.Succeeded, (await Listed(payment)).Status);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Reading_a_payment_that_is_undecided_for_five_seconds_asks_the_gateway()
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment);
        Assert.Equal(PaymentStatus.Pending, (await Api.GetPaymentAsync(payment.Id)).Status);

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(PaymentStatus.Succeeded, (await Api.GetPaymentAsync(payment.Id)).Status);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
    }

    [Fact]
    public async Task The_resolver_asks_seven_times_and_then_calls_for_a_person()
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment);
        await CutOff();
        TimeSpan[] delays =
        [
            TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24),
        ];
        foreach (var delay in delays)
        {
            Assert.False((await Listed(payment)).NeedsPerson);
            await Wait(delay);
        }

        Assert.True((await Listed(payment)).NeedsPerson);
        Assert.Equal(0L, await Server.Database.Execute($"select count(*) from jobs where key = '{payment.Id}' and state = 'Waiting'"));

        // When the provider is back, a person who looks at it is enough.
        await Reconnect();
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(PaymentStatus.Succeeded, (await Api.GetPaymentAsync(payment.Id)).Status);
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task A_gateway_that_cannot_be_reached_leaves_nothing_behind()
    {
        var order = await Place();
        await CutOff();

        var payment = await Start(order);

        Assert.Equal((PaymentStatus.Cancelled, null), (payment.Status, payment.NextAction));
        await Reconnect();
        await Complete(await Start(order));
        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal([Price], await Provider.Book());
    }

    [Fact]
    public async Task A_payment_that_the_gateway_never_heard_of_ends_after_the_second_answer_of_the_kind()
    {
        var payment = await Start(await Place());
        await LoseSightOf(payment);

        Assert.Equal("notFound", (await Listed(payment)).Failure);
        Assert.Contains("payment.cancelled", await Events());
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task Parts_pay_an_invoice_together_and_it_is_settled_once()
    {
        await LayCommissionOnBuyer(250);
        var order = await Place();
        await Complete(await Start(order, amount: 4_000));
        var begun = await InvoiceOf(order);
        Assert.Equal((InvoiceStatus.Open, 4_000, 15_900), (begun.Status, begun.Paid.Amount, begun.Due.Amount));

        await Complete(await Start(order));

        Assert.Equal(OrderStatus.Paid, await StatusOf(order));
        Assert.Equal([4_000 + 103, 15_900 + 408], await Provider.Book());
        Assert.Equal(1, (await Events()).Count(type => type == "invoice.paid"));
        await Shop.ProveBooks();
    }
}

public sealed class PaymentOnSqlite(SteppedOnSqlite server) : PaymentTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class PaymentOnPostgres(SteppedOnPostgres server) : PaymentTests(server), IClassFixture<SteppedOnPostgres>;
