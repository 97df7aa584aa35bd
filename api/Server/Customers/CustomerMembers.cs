using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Customers;

/// <summary>The people who act for customers.</summary>
public sealed class CustomerMembers(IdSource ids)
{
    /// <summary>The members with their e-mails as logins are compared, or what is wrong with the list.</summary>
    public static Result<IReadOnlyList<MemberBody>> Read(IReadOnlyList<MemberBody> typed)
    {
        var members = new List<MemberBody>(typed.Count);
        for (var i = 0; i < typed.Count; i++)
        {
            var email = EmailAddress.Parse(typed[i].Email);
            if (!email.IsAccepted)
            {
                return CustomerRefusals.EmailInvalid.At($"members[{i}].email", "Is not an e-mail address.");
            }

            members.Add(typed[i] with { Email = email.Value.Text });
        }

        return members.DistinctBy(member => member.Email).Count() == members.Count ? members : CustomerRefusals.MemberTwice;
    }

    /// <summary>The members of each of the customers, by e-mail.</summary>
    public static async Task<ILookup<Id<Customer>, MemberBody>> Of(BillingDb db, IReadOnlyList<Id<Customer>> customers, CancellationToken cancel)
    {
        var members = await db.Memberships
            .Where(membership => customers.Contains(membership.CustomerId))
            .Join(db.Logins, membership => membership.LoginId, login => login.Id, (membership, login) => new { membership.CustomerId, membership.Role, login.Email })
            .OrderBy(member => member.Email)
            .ToListAsync(cancel);
        return members.ToLookup(member => member.CustomerId, member => new MemberBody { Email = member.Email, Role = member.Role });
    }

    /// <summary>Makes these the customer's members and no others; who has no login gets one without a password.</summary>
    public async Task Replace(BillingDb db, Customer customer, IReadOnlyList<MemberBody> members, DateTimeOffset now, CancellationToken cancel)
    {
        var emails = members.Select(member => member.Email).ToList();
        var logins = await db.Logins.Where(login => emails.Contains(login.Email)).ToDictionaryAsync(login => login.Email, cancel);
        var memberships = await db.Memberships.Where(membership => membership.CustomerId == customer.Id).ToListAsync(cancel);
        foreach (var member in members)
        {
            var login = logins.GetValueOrDefault(member.Email) ?? Register(db, customer, member.Email, now);
            if (memberships.SingleOrDefault(membership => membership.LoginId == login.Id) is { } membership)
            {
                membership.ActAs(member.Role);
                memberships.Remove(membership);
            }
            else
            {
                db.Memberships.Add(Membership.Join(login, customer.Id, member.Role));
            }
        }

        db.Memberships.RemoveRange(memberships);
    }

    private Login Register(BillingDb db, Customer customer, string email, DateTimeOffset now)
    {
        var login = Login.Register(ids.New<Login>(), customer.MerchantId, email, customer.Locale, now);
        db.Logins.Add(login);
        return login;
    }
}
