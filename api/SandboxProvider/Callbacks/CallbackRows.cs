using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>A stored callback that waits to be sent.</summary>
/// <param name="Forged">To be signed with another secret.</param>
/// <param name="Attempts">How often it was sent already.</param>
internal sealed record WaitingCallback(long Id, string SigningSecret, string Url, byte[] Body, bool Forged, int Attempts);

/// <summary>Callbacks in the database: Waiting, then Delivered or GivenUp.</summary>
internal static class CallbackRows
{
    public static void Insert(Session session, long account, string url, byte[] body, bool forged, long dueAt) => session.Execute(
        """
        insert into callbacks (account_id, url, body, forged, status, attempts, due_at)
        values ($account, $url, $body, $forged, 'Waiting', 0, $due)
        """,
        ("$account", account), ("$url", url), ("$body", body), ("$forged", forged), ("$due", dueAt));

    public static IReadOnlyList<WaitingCallback> Due(Session session, long now, int limit) => session.All(
        """
        select c.id, a.signing_secret, c.url, c.body, c.forged, c.attempts
        from callbacks c join accounts a on a.id = c.account_id
        where c.status = 'Waiting' and c.due_at <= $now order by c.due_at, c.id limit $limit
        """,
        row => new WaitingCallback(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetFieldValue<byte[]>(3), row.GetBoolean(4), row.GetInt32(5)),
        ("$now", now), ("$limit", limit));

    /// <summary>When the next callback or the next pending refund becomes due, or null.</summary>
    public static long? NextDue(Session session, long now) => session.NumberOrNull(
        """
        select min(due) from (
          select min(due_at) as due from callbacks where status = 'Waiting' and due_at > $now
          union all
          select min(ends_at) from refunds where status = 'Pending' and ends_at > $now)
        """,
        ("$now", now));

    public static int MarkDelivered(Session session, long id) =>
        session.Execute("update callbacks set status = 'Delivered', attempts = attempts + 1 where id = $id", ("$id", id));

    public static int MarkGivenUp(Session session, long id) =>
        session.Execute("update callbacks set status = 'GivenUp', attempts = attempts + 1 where id = $id", ("$id", id));

    public static int Postpone(Session session, long id, long dueAt) =>
        session.Execute("update callbacks set attempts = attempts + 1, due_at = $due where id = $id", ("$due", dueAt), ("$id", id));
}
