using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Storage;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider.Refunds;

/// <summary>Refunds in the database.</summary>
internal static class RefundRows
{
    private const string Columns =
        """
        id, account_id, checkout_id, reference, idempotency_key, amount, status, ends_as, ends_at, callbacks, callback_delay_seconds,
        created_at
        """;

    public static Refund? FindByReference(Session session, long account, string reference) => session.FirstOrNull(
        $"select {Columns} from refunds where account_id = $account and reference = $reference",
        Read, ("$account", account), ("$reference", reference));

    public static Refund? FindByIdempotencyKey(Session session, long account, string key) => session.FirstOrNull(
        $"select {Columns} from refunds where account_id = $account and idempotency_key = $key",
        Read, ("$account", account), ("$key", key));

    /// <summary>Pending refunds whose time has come.</summary>
    public static IReadOnlyList<Refund> Due(Session session, long now, int limit) => session.All(
        $"select {Columns} from refunds where status = 'Pending' and ends_at <= $now order by ends_at limit $limit",
        Read, ("$now", now), ("$limit", limit));

    public static void Insert(Session session, Refund refund) => session.Execute(
        $"""
        insert into refunds ({Columns})
        values ($id, $account, $checkout, $reference, $key, $amount, $status, $as, $at, $callbacks, $delay, $created)
        """,
        ("$id", refund.Id), ("$account", refund.AccountId), ("$checkout", refund.CheckoutId), ("$reference", refund.Reference),
        ("$key", refund.IdempotencyKey), ("$amount", refund.Amount), ("$status", refund.Status.ToString()),
        ("$as", refund.EndsAs.ToString()), ("$at", refund.EndsAt), ("$callbacks", refund.Callbacks.ToString()),
        ("$delay", refund.CallbackDelaySeconds), ("$created", refund.CreatedAt));

    public static void UpdateStatus(Session session, Refund refund) => session.Execute(
        "update refunds set status = $status where id = $id", ("$status", refund.Status.ToString()), ("$id", refund.Id));

    private static Refund Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        AccountId = row.GetInt64(1),
        CheckoutId = row.GetString(2),
        Reference = row.GetString(3),
        IdempotencyKey = row.GetString(4),
        Amount = row.GetInt64(5),
        Status = Enum.Parse<RefundStatus>(row.GetString(6)),
        EndsAs = Enum.Parse<RefundStatus>(row.GetString(7)),
        EndsAt = row.GetInt64(8),
        Callbacks = Enum.Parse<CallbackMode>(row.GetString(9)),
        CallbackDelaySeconds = row.GetInt32(10),
        CreatedAt = row.GetInt64(11),
    };
}
