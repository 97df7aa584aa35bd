using BillingHeadless.Client;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;
using CustomerRole = BillingHeadless.Client.CustomerRole;
using LoginLinks = BillingHeadless.Server.Customers.LoginLinks;
using Merchant = BillingHeadless.Domain.Merchants.Merchant;

namespace BillingHeadless.Tests.Api.Customers;

/// <summary>Buyers who can log in.</summary>
public static class Logins
{
    public const string Password = "correct horse battery";

    /// <summary>A customer with one administrator, who has no password yet.</summary>
    public static Task<Client.Customer> Register(TestMerchant merchant, string email, string? name = null) => merchant.Client.CreateCustomerAsync(new CreateCustomerRequest
    {
        Name = name,
        Members = [new Member { Email = email, Role = CustomerRole.Administrator }],
    });

    /// <summary>The token of a link as it would be mailed.</summary>
    public static Task<string> MintLink(RunningServer server, TestMerchant merchant, string email, SessionKind kind = SessionKind.PasswordLink)
    {
        var id = new Id<Merchant>(merchant.Id);
        return server.Get<IWriter>().Write(
            id,
            async (db, cancel) =>
            {
                var login = await db.Logins.SingleAsync(row => row.Email == email, cancel);
                return server.Get<LoginLinks>().Mint(db, id, kind, new SessionSubject(login.Id, CustomerId: null, default, User: null));
            },
            CancellationToken.None);
    }

    /// <summary>A customer whose administrator has the password.</summary>
    public static async Task<Client.Customer> WithPassword(RunningServer server, TestMerchant merchant, string email)
    {
        var customer = await Register(merchant, email);
        await merchant.Shop.SetPasswordAsync(new SetPasswordRequest { Token = await MintLink(server, merchant, email), Password = Password });
        return customer;
    }
}
