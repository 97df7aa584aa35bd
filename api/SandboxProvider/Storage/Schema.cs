namespace BillingHeadless.SandboxProvider.Storage;

/// <summary>The tables. Instants are milliseconds since 1970 in UTC, amounts are minor units.</summary>
internal static class Schema
{
    public static readonly IReadOnlyList<string> Statements =
    [
        """
        create table if not exists accounts (
          id integer primary key,
          key_hash blob not null unique,
          signing_secret text not null,
          opened_at integer not null)
        """,
        """
        create table if not exists checkouts (
          id text primary key,
          account_id integer not null references accounts (id),
          reference text not null,
          idempotency_key text not null,
          amount integer not null check (amount > 0),
          currency text not null,
          description text not null,
          language text not null,
          return_url text not null,
          callback_url text not null,
          callbacks text not null,
          callback_delay_seconds integer not null,
          status text not null,
          decline_code text,
          mask text,
          wallet text,
          wrong_codes integer not null,
          holds_next_query integer not null,
          refunded integer not null check (refunded between 0 and amount),
          created_at integer not null,
          customer text,
          saves_card integer not null,
          saved_card text,
          unique (account_id, reference),
          unique (account_id, idempotency_key)) without rowid
        """,
        """
        create table if not exists saved_cards (
          token text primary key,
          account_id integer not null references accounts (id),
          customer text not null,
          mask text not null) without rowid
        """,
        """
        create table if not exists refunds (
          id text primary key,
          account_id integer not null references accounts (id),
          checkout_id text not null references checkouts (id),
          reference text not null,
          idempotency_key text not null,
          amount integer not null check (amount > 0),
          status text not null,
          ends_as text not null,
          ends_at integer not null,
          callbacks text not null,
          callback_delay_seconds integer not null,
          created_at integer not null,
          unique (account_id, reference),
          unique (account_id, idempotency_key)) without rowid
        """,
        "create index if not exists pending_refunds on refunds (ends_at) where status = 'Pending'",
        """
        create table if not exists movements (
          sequence integer primary key autoincrement,
          account_id integer not null references accounts (id),
          kind text not null,
          checkout_id text not null references checkouts (id),
          reference text not null,
          payment_reference text not null,
          amount integer not null check (amount > 0),
          currency text not null,
          moved_at integer not null,
          unique (account_id, kind, reference))
        """,
        """
        create table if not exists callbacks (
          id integer primary key autoincrement,
          account_id integer not null references accounts (id),
          url text not null,
          body blob not null,
          forged integer not null,
          status text not null,
          attempts integer not null,
          due_at integer not null)
        """,
        "create index if not exists waiting_callbacks on callbacks (due_at, id) where status = 'Waiting'",
    ];
}
