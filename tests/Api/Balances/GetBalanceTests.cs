using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Balances;

/// <summary>Rule C5: what a customer has.</summary>
public abstract class GetBalanceTests(RunningServer server)
{
    [Fact]
    public async Task A_new_customer_has_nothing_and_owes_nothing()
    {
        var shop = await Shop.Open(server);
        var balance = await shop.Api.GetBalanceAsync((await shop.NewCustomer()).Id);
        Assert.All(
            new[] { balance.Balance, balance.Reserved, balance.Available, balance.Bonus, balance.Debt, balance.UsageThisMonth },
            money => Assert.Equal((0, "UAH"), (money.Amount, money.Currency)));
        Assert.Equal("USD", (await shop.Api.GetBalanceAsync((await shop.NewCustomer()).Id, "USD")).Available.Currency);
    }

    [Theory]
    [InlineData("XXX")]
    [InlineData("XAU")]
    [InlineData("uah")]
    [InlineData("")]
    public async Task What_is_no_currency_of_money_is_refused(string currency)
    {
        var shop = await Shop.Open(server);
        var customer = await shop.NewCustomer();
        foreach (var question in new[] { "balance", "operations", "operations.csv" })
        {
            Expect.Misshapen(await server.Read($"/v1/customers/{customer.Id}/{question}?currency={currency}", shop.Merchant.SecretKey), "currency");
        }
    }

    [Fact]
    public async Task Nobody_sees_the_balance_of_another()
    {
        var shop = await Shop.Open(server);
        var (own, other) = (await shop.NewCustomer(), await shop.NewCustomer());
        var session = await shop.Api.CreateCustomerSessionAsync(own.Id, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "anna" });
        var api = shop.Client(session.Token);
        Assert.Equal(0, (await api.GetBalanceAsync(own.Id)).Available.Amount);
        await Refused.With("customer_not_found", () => api.GetBalanceAsync(other.Id));
    }
}

public sealed class GetBalanceOnSqlite(ServerOnSqlite server) : GetBalanceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class GetBalanceOnPostgres(ServerOnPostgres server) : GetBalanceTests(server), IClassFixture<ServerOnPostgres>;
