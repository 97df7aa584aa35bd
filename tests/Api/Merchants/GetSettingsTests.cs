using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Merchants;

public abstract class GetSettingsTests(RunningServer server)
{
    [Fact]
    public async Task A_new_merchant_has_settings_that_work()
    {
        var settings = await (await TestMerchant.Create(server)).Client.GetSettingsAsync();

        Assert.Equal((ActPolicy.Automatic, 10, 7), (settings.Acts, settings.ActTermDays, settings.InvoiceValidityDays));
        Assert.Equal((SurplusPolicy.Refund, false, false), (settings.SurplusPolicy, settings.KeepSurchargeOnRefund, settings.Tax.Registered));
        Assert.Equal(["name", "phone", "company", "portal"], settings.CheckoutFields.Select(field => field.Name));
        Assert.Empty(settings.SurchargeBasisPoints);
        Assert.Null(settings.Requisites);
        Assert.Null(settings.SealImage);
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        await Expect.Scope(server, merchant, "settings:read", HttpMethod.Get, "/v1/settings");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetSettingsOnSqlite(ServerOnSqlite server) : GetSettingsTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetSettingsOnPostgres(ServerOnPostgres server) : GetSettingsTests(server);
