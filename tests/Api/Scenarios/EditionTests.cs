using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>Ruling 9: a portal runs one edition of a product, also when several orders for it are open at once.</summary>
public abstract class EditionTests(SteppedServer server) : Scenario(server)
{
    private const string Portal = "editions.bitrix24.ua";

    [Fact]
    public async Task Of_two_orders_for_one_portal_the_other_edition_cannot_be_paid_once_the_first_is()
    {
        var (light, pro) = await PlaceBoth();
        await Complete(await Start(light));

        await Refused.With("edition_differs", () => Start(pro));
        await Shop.TopUp(pro.CustomerId, Price);
        await Refused.With("edition_differs", () => Shop.PayFromFunds(pro.InvoiceId));

        Assert.Equal("Light", (await Shop.LicenceOf(Portal)).Edition);
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task When_both_were_being_paid_a_refund_of_the_second_brings_the_edition_of_the_first_back()
    {
        var (light, pro) = await PlaceBoth();
        var (first, second) = (await Start(light), await Start(pro));
        await Complete(first);
        await Complete(second);
        Assert.Equal("Pro", (await Shop.LicenceOf(Portal)).Edition);

        await Api.RefundPaymentAsync(second.Id, new RefundPaymentRequest { Reason = "Bought twice" });
        await Server.RunJobs();

        var licence = await Shop.LicenceOf(Portal);
        Assert.Equal(("Light", Shop.Light.Id, LicenceStatus.Active), (licence.Edition, licence.PlanId, licence.Status));
        await Complete(await Start(await Shop.Place(Shop.Light, portal: Portal)));
        await Shop.ProveBooks();
    }

    [Fact]
    public async Task When_the_first_has_ended_the_other_edition_may_take_its_place()
    {
        var (light, pro) = await PlaceBoth();
        await Complete(await Start(light));
        await Api.UpdateSettingsAsync(new UpdateSettingsRequest { InvoiceValidityDays = 60 });
        await Shop.MoveClock((await Shop.LicenceOf(Portal)).ValidUntil.AddMinutes(1));

        var later = await Shop.Place(Shop.Pro, portal: Portal);
        await Complete(await Start(later));

        Assert.NotEqual(pro.Id, later.Id);
        Assert.Equal("Pro", (await Shop.LicenceOf(Portal)).Edition);
    }

    private async Task<(Order Light, Order Pro)> PlaceBoth() => (await Shop.Place(Shop.Light, portal: Portal), await Shop.Place(Shop.Pro, portal: Portal));
}

public sealed class EditionOnSqlite(SteppedOnSqlite server) : EditionTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class EditionOnPostgres(SteppedOnPostgres server) : EditionTests(server), IClassFixture<SteppedOnPostgres>;
