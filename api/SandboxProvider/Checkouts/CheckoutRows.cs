using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Storage;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>Checkouts in the database.</summary>
internal static class CheckoutRows
{
    private const string Columns =
        """
        id, account_id, reference, idempotency_key, amount, currency, description, language, return_url, callback_url, callbacks,
        callback_delay_seconds, status, decline_code, mask, wallet, wrong_codes, holds_next_query, refunded, created_at,
        customer, saves_card, saved_card
        """;

    public static Checkout? Find(Session session, string id) =>
        session.FirstOrNull($"select {Columns} from checkouts where id = $id", Read, ("$id", id));

    public static Checkout? FindOwn(Session session, long account, string id) =>
        Find(session, id) is { } checkout && checkout.AccountId == account ? checkout : null;

    public static Checkout? FindByReference(Session session, long account, string reference) => session.FirstOrNull(
        $"select {Columns} from checkouts where account_id = $account and reference = $reference",
        Read, ("$account", account), ("$reference", reference));

    public static Checkout? FindByIdempotencyKey(Session session, long account, string key) => session.FirstOrNull(
        $"select {Columns} from checkouts where account_id = $account and idempotency_key = $key",
        Read, ("$account", account), ("$key", key));

    public static void Insert(Session session, Checkout checkout) => session.Execute(
        $"""
        insert into checkouts ({Columns}) values ($id, $account, $reference, $key, $amount, $currency, $description, $language, $return,
          $callback, $callbacks, $delay, $status, null, null, null, 0, 0, 0, $created, $customer, $saves, $card)
        """,
        ("$id", checkout.Id), ("$account", checkout.AccountId), ("$reference", checkout.Reference), ("$key", checkout.IdempotencyKey),
        ("$amount", checkout.Amount), ("$currency", checkout.Currency), ("$description", checkout.Description),
        ("$language", checkout.Language.ToString()), ("$return", checkout.ReturnUrl), ("$callback", checkout.CallbackUrl),
        ("$callbacks", checkout.Callbacks.ToString()), ("$delay", checkout.CallbackDelaySeconds),
        ("$status", checkout.Status.ToString()), ("$created", checkout.CreatedAt), ("$customer", checkout.Customer),
        ("$saves", checkout.SavesCard), ("$card", checkout.SavedCard));

    /// <summary>Stores what can change in a checkout's life.</summary>
    public static void Update(Session session, Checkout checkout) => session.Execute(
        """
        update checkouts set status = $status, decline_code = $decline, mask = $mask, wallet = $wallet, wrong_codes = $wrong,
          holds_next_query = $holds, refunded = $refunded, saved_card = $card
        where id = $id
        """,
        ("$status", checkout.Status.ToString()), ("$decline", checkout.DeclineCode?.ToString()), ("$mask", checkout.Mask),
        ("$wallet", checkout.Wallet?.ToString()), ("$wrong", checkout.WrongCodes), ("$holds", checkout.HoldsNextQuery),
        ("$refunded", checkout.Refunded), ("$card", checkout.SavedCard), ("$id", checkout.Id));

    private static Checkout Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        AccountId = row.GetInt64(1),
        Reference = row.GetString(2),
        IdempotencyKey = row.GetString(3),
        Amount = row.GetInt64(4),
        Currency = row.GetString(5),
        Description = row.GetString(6),
        Language = Enum.Parse<PageLanguage>(row.GetString(7)),
        ReturnUrl = row.GetString(8),
        CallbackUrl = row.GetString(9),
        Callbacks = Enum.Parse<CallbackMode>(row.GetString(10)),
        CallbackDelaySeconds = row.GetInt32(11),
        Status = Enum.Parse<CheckoutStatus>(row.GetString(12)),
        DeclineCode = row.IsDBNull(13) ? null : Enum.Parse<DeclineCode>(row.GetString(13)),
        Mask = row.IsDBNull(14) ? null : row.GetString(14),
        Wallet = row.IsDBNull(15) ? null : Enum.Parse<PageWallet>(row.GetString(15)),
        WrongCodes = row.GetInt32(16),
        HoldsNextQuery = row.GetBoolean(17),
        Refunded = row.GetInt64(18),
        CreatedAt = row.GetInt64(19),
        Customer = row.IsDBNull(20) ? null : row.GetString(20),
        SavesCard = row.GetBoolean(21),
        SavedCard = row.IsDBNull(22) ? null : row.GetString(22),
    };
}
