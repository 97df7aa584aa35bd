using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Customers;

/// <summary>Tokens for one customer in one role, for an hour (ruling 11).</summary>
public sealed class CustomerTokens(IdSource ids, Clock clock)
{
    public CustomerToken Open(BillingDb db, Id<Merchant> merchant, SessionSubject subject)
    {
        var token = new CustomerToken(KeyText.CustomerToken + ids.Token(), clock.Now() + Limits.CustomerToken);
        db.Sessions.Add(Session.Open(ids.New<Session>(), merchant, SessionKind.Customer, Secrets.Hash(token.Text), subject, token.ExpiresAt));
        return token;
    }
}

/// <summary>A token and when it ends.</summary>
public sealed record CustomerToken(string Text, DateTimeOffset ExpiresAt);
