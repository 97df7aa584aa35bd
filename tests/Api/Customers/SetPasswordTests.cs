using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>A3: a mailed link lets the buyer set a password.</summary>
public abstract class SetPasswordTests(RunningServer server)
{
    private const string Email = "olena@firm.example";

    [Fact]
    public async Task A_link_sets_the_password_and_logs_in()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await Logins.Register(merchant, Email);

        var login = await merchant.Shop.SetPasswordAsync(await Request(merchant));

        Assert.Equal(customer.Id, (await merchant.With(login.Token).GetCustomerAsync(customer.Id)).Id);
        Assert.Equal(customer.Id, (await merchant.Shop.LogInAsync(new LogInRequest { Email = Email, Password = Logins.Password })).CustomerId);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var request = await Request(merchant);
        await merchant.Shop.SetPasswordAsync(request);

        await Expect.Refused("link_invalid", HttpStatusCode.Forbidden, merchant.Shop.SetPasswordAsync(request));
    }

    [Fact]
    public async Task Of_two_at_once_with_one_link_one_sets_the_password()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var request = await Request(merchant);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return (await merchant.Shop.SetPasswordAsync(request)).Role.ToString();
            }
            catch (BillingException refusal)
            {
                return refusal.Code;
            }
        }));

        Assert.Equal(["Administrator", "link_invalid"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_password_logs_out_whoever_was_logged_in_and_ends_the_other_links()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await Logins.WithPassword(server, merchant, Email);
        var before = await merchant.Shop.LogInAsync(new LogInRequest { Email = Email, Password = Logins.Password });
        var unused = await Request(merchant);

        await merchant.Shop.SetPasswordAsync(await Request(merchant, "another password"));

        await Expect.Refused("unauthenticated", HttpStatusCode.Unauthorized, merchant.With(before.Token).GetCustomerAsync(customer.Id));
        await Expect.Refused("link_invalid", HttpStatusCode.Forbidden, merchant.Shop.SetPasswordAsync(unused));
        await Expect.Refused("login_wrong", HttpStatusCode.Forbidden, merchant.Shop.LogInAsync(new LogInRequest { Email = Email, Password = Logins.Password }));
    }

    [Fact]
    public async Task A_link_ends_after_a_week()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var request = await Request(merchant);
        server.Time.Advance(TimeSpan.FromDays(7));

        await Expect.Refused("link_invalid", HttpStatusCode.Forbidden, merchant.Shop.SetPasswordAsync(request));
    }

    [Fact]
    public async Task A_link_to_log_in_sets_no_password_and_another_merchants_link_none_either()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var loginLink = await Logins.MintLink(server, merchant, Email, SessionKind.LoginLink);
        var request = await Request(merchant);

        await Expect.Refused("link_invalid", HttpStatusCode.Forbidden, merchant.Shop.SetPasswordAsync(new SetPasswordRequest { Token = loginLink, Password = Logins.Password }));
        await Expect.Refused("link_invalid", HttpStatusCode.Forbidden, (await TestMerchant.Create(server)).Shop.SetPasswordAsync(request));
        await merchant.Shop.SetPasswordAsync(request);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_the_link_still_works()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var token = await Logins.MintLink(server, merchant, Email);

        await Expect.Invalid("password_weak", merchant.Shop.SetPasswordAsync(new SetPasswordRequest { Token = token, Password = "123456789" }));
        await merchant.Shop.SetPasswordAsync(new SetPasswordRequest { Token = token, Password = "1234567890" });
    }

    [Fact]
    public async Task Who_acts_for_nobody_any_more_keeps_the_link()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await Logins.Register(merchant, Email);
        var request = await Request(merchant);
        await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Members = [] });

        await Expect.Refused("membership_missing", HttpStatusCode.Forbidden, merchant.Shop.SetPasswordAsync(request));
        await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Members = [new Member { Email = Email, Role = Client.CustomerRole.Employee }] });
        Assert.Equal(Client.CustomerRole.Employee, (await merchant.Shop.SetPasswordAsync(request)).Role);
    }

    [Fact]
    public async Task It_happens_once()
    {
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var token = await Logins.MintLink(server, merchant, Email);
        await Expect.Once(
            server,
            HttpMethod.Post,
            "/v1/logins/password",
            merchant.PublishableKey,
            $$"""{"token": "{{token}}", "password": "{{Logins.Password}}"}""",
            $$"""{"token": "{{token}}", "password": "another password"}""");
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        // The unscoped calls are refused before the link is used.
        var merchant = await TestMerchant.Create(server);
        await Logins.Register(merchant, Email);
        var token = await Logins.MintLink(server, merchant, Email);
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Post, "/v1/logins/password", $$"""{"token": "{{token}}", "password": "{{Logins.Password}}"}""");
    }

    private async Task<SetPasswordRequest> Request(TestMerchant merchant, string password = Logins.Password) =>
        new() { Token = await Logins.MintLink(server, merchant, Email), Password = password };
}

[Collection(nameof(OnSqlite))]
public sealed class SetPasswordOnSqlite(ServerOnSqlite server) : SetPasswordTests(server);

[Collection(nameof(OnPostgres))]
public sealed class SetPasswordOnPostgres(ServerOnPostgres server) : SetPasswordTests(server);
