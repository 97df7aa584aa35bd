using BillingHeadless.SandboxProvider.Storage;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider.Accounts;

/// <summary>A merchant at the provider. Everything else belongs to one account, and no other account reads it.</summary>
internal sealed record Account(long Id, string SigningSecret)
{
    public static Account? Find(Session session, ApiKey key) =>
        session.FirstOrNull("select id, signing_secret from accounts where key_hash = $hash", Read, ("$hash", key.Hash));

    /// <summary>The account that a stored row names.</summary>
    public static Account Get(Session session, long id) =>
        session.FirstOrNull("select id, signing_secret from accounts where id = $id", Read, ("$id", id))
        ?? throw new InvalidOperationException($"Account {id} is not there although a row names it.");

    public static void Open(Session session, ApiKey key, string signingSecret, long now) =>
        session.Execute(
            "insert into accounts (key_hash, signing_secret, opened_at) values ($hash, $secret, $now)",
            ("$hash", key.Hash), ("$secret", signingSecret), ("$now", now));

    private static Account Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1));
}
