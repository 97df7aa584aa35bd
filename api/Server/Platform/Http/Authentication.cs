using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Finds out who holds a bearer key or token. Keys are looked up by their hash and never compared as text.</summary>
public sealed class Authentication(Reader reader, IWriter writer, Clock clock, PlatformKey platformKey)
{
    private const string Scheme = "Bearer ";

    public async Task<Caller?> Identify(HttpContext context)
    {
        if (context.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
        {
            return new Caller { Kind = CallerKind.Anyone };
        }

        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var secret = header[Scheme.Length..].Trim();
        return secret switch
        {
            _ when platformKey.Matches(secret) => new Caller { Kind = CallerKind.Platform, MerchantId = Caller.Operator, CredentialId = Caller.Operator.Value },
            _ when secret.StartsWith(KeyText.CustomerToken, StringComparison.Ordinal) => await FindCustomer(secret),
            _ => await FindKey(secret, context.RequestAborted),
        };
    }

    private async Task<Caller?> FindKey(string secret, CancellationToken cancel)
    {
        var hash = Secrets.Hash(secret);
        var key = await reader.Read(default, db => db.ApiKeys.IgnoreQueryFilters().SingleOrDefaultAsync(row => row.Hash == hash, cancel));
        if (key is null || key.RevokedAt is not null)
        {
            return null;
        }

        await NoteUse(key, cancel);
        return new Caller
        {
            Kind = key.Kind == ApiKeyKind.Secret ? CallerKind.SecretKey : CallerKind.PublishableKey,
            MerchantId = key.MerchantId,
            CredentialId = key.Id.Value,
            Scopes = key.Scopes,
            Origins = key.Origins,
        };
    }

    private async Task<Caller?> FindCustomer(string token)
    {
        var (hash, now) = (Secrets.Hash(token), clock.Now());
        var session = await reader.Read(default, db => db.Sessions.IgnoreQueryFilters().SingleOrDefaultAsync(row => row.TokenHash == hash));
        return session is not { Kind: SessionKind.Customer } || !session.IsOpenAt(now) ? null : new Caller
        {
            Kind = CallerKind.Customer,
            MerchantId = session.MerchantId,
            CredentialId = session.Id.Value,
            CustomerId = session.CustomerId,
            Role = session.Role,
        };
    }

    private async Task NoteUse(ApiKey key, CancellationToken cancel)
    {
        var now = clock.Now();
        if (key.LastUsedAt is { } last && now - last < Limits.KeyUseNoted)
        {
            return;
        }

        await writer.Write(
            key.MerchantId,
            (db, token) => db.ApiKeys.Where(row => row.Id == key.Id).ExecuteUpdateAsync(row => row.SetProperty(k => k.LastUsedAt, now), token),
            cancel);
    }
}
