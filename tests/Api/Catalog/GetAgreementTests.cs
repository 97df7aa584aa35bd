using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Catalog;

public abstract class GetAgreementTests(RunningServer server)
{
    [Fact]
    public async Task Each_version_stays_readable_also_in_a_page()
    {
        var merchant = await TestMerchant.Create(server);
        var first = await merchant.Client.CreateAgreementAsync(Samples.Agreement());
        var second = await merchant.Client.CreateAgreementAsync(Samples.Agreement(first.Id));

        Assert.Equal(1, (await merchant.Client.GetAgreementAsync(first.Id)).Version);
        Assert.Equal(2, (await merchant.Shop.GetAgreementAsync(second.Id)).Version);
    }

    [Fact]
    public async Task Another_merchant_does_not_see_it()
    {
        var agreement = await (await TestMerchant.Create(server)).Client.CreateAgreementAsync(Samples.Agreement());
        await Expect.NotFound("agreement_not_found", (await TestMerchant.Create(server)).Client.GetAgreementAsync(agreement.Id));
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var merchant = await TestMerchant.Create(server);
        var agreement = await merchant.Client.CreateAgreementAsync(Samples.Agreement());
        await Expect.Scope(server, merchant, "catalog:read", HttpMethod.Get, $"/v1/agreements/{agreement.Id}");
    }
}

[Collection(nameof(OnSqlite))]
public sealed class GetAgreementOnSqlite(ServerOnSqlite server) : GetAgreementTests(server);

[Collection(nameof(OnPostgres))]
public sealed class GetAgreementOnPostgres(ServerOnPostgres server) : GetAgreementTests(server);
