using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Orders;

/// <summary>
/// Whose order it is (rulings 11, 12): the token's customer; with a secret key the named customer, else that of the
/// e-mail, else a new one; on a page a known e-mail must log in first.
/// </summary>
public sealed class BuyerFinder(IdSource ids)
{
    /// <summary>The buyer, or the refusal. Nothing is changed here.</summary>
    public static async Task<Result<Buyer>> Find(BillingDb db, OrderRequest request, OrderForm form, Caller caller, CancellationToken cancel)
    {
        if (caller.CustomerId is { } own)
        {
            return new Buyer(own);
        }

        var email = form.Contact.Email;
        if (caller.Kind == CallerKind.SecretKey && request.CustomerId is { } named)
        {
            var id = Id<Customer>.Parse(named);
            return id is { } key && await db.Customers.AnyAsync(customer => customer.Id == key, cancel) ? new Buyer(key) : CustomerRefusals.NotFound;
        }

        if (caller.Kind != CallerKind.SecretKey && await db.Orders.AnyAsync(order => order.Email == email, cancel))
        {
            return OrderRefusals.LoginRequired;
        }

        return new Buyer(await OfLogin(db, email, cancel));
    }

    /// <summary>Registers a buyer who is new: the customer, the login and the right to act for it; a mail invites to set a password (A3).</summary>
    public async Task<Id<Customer>> Register(BillingDb db, Merchant merchant, OrderForm form, DateTimeOffset now, CancellationToken cancel)
    {
        var customer = Customer.Create(
            ids.New<Customer>(),
            merchant.Id,
            new CustomerDetails { Email = form.Contact.Email, Name = form.Contact.Company ?? form.Contact.Name, Phone = form.Contact.Phone, Locale = form.Locale },
            now);
        db.Customers.Add(customer);
        db.Outbox.Announce(CustomerEvent.Created(customer, now));

        var login = await db.Logins.SingleOrDefaultAsync(row => row.Email == form.Contact.Email, cancel);
        if (login is null)
        {
            login = Login.Register(ids.New<Login>(), merchant.Id, form.Contact.Email, form.Locale, now);
            db.Logins.Add(login);
            LoginMails.PlanInvitation(db, login, ids);
        }

        db.Memberships.Add(Membership.Join(login, customer.Id, CustomerRole.Administrator));
        return customer.Id;
    }

    private static async Task<Id<Customer>?> OfLogin(BillingDb db, string email, CancellationToken cancel) => await db.Logins
        .Where(login => login.Email == email)
        .Join(db.Memberships, login => login.Id, membership => membership.LoginId, (login, membership) => membership)
        .OrderBy(membership => membership.CustomerId)
        .Select(membership => (Id<Customer>?)membership.CustomerId)
        .FirstOrDefaultAsync(cancel);
}

/// <summary>Whose order it is; nobody's yet when the buyer is new.</summary>
public sealed record Buyer(Id<Customer>? CustomerId);
