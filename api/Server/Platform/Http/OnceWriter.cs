using System.Text;
using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// A write under an idempotency key: the key, the effect and the answer are one commit. A twin waits and reads the stored
/// answer; the key with another request is refused (ruling 16).
/// </summary>
public sealed class OnceWriter(IWriter writer, Clock clock, Vault vault)
{
    private const string Purpose = "idempotency";

    /// <summary>Runs the work once. The work decides everything before it changes anything: a refusal leaves no trace but itself.</summary>
    public Task<IResult> Write<T>(Call call, Func<BillingDb, CancellationToken, Task<Answer<T>>> work, CancellationToken cancel) => Write(call, Turn.Nobodys, work, cancel);

    /// <summary>The same, when it is about a customer's money.</summary>
    public async Task<IResult> Write<T>(Call call, Turn turn, Func<BillingDb, CancellationToken, Task<Answer<T>>> work, CancellationToken cancel)
    {
        if (call.IdempotencyKey is null)
        {
            return await writer.Write(call.Caller.MerchantId, turn, (db, token) => RefuseCleanly(db, work, token), cancel);
        }

        var keyHash = HashOf(call);
        return await writer.Write<IResult>(
            call.Caller.MerchantId,
            turn,
            async (db, token) =>
            {
                if (await FindKept(db, keyHash, token) is { } kept)
                {
                    return Replay(kept, call);
                }

                var answer = await RefuseCleanly(db, work, token);
                if (IsKept(answer))
                {
                    db.Outbox.Finally(last => last.IdempotencyKeys.Add(Store(call, keyHash, answer)));
                }

                return answer;
            },
            cancel);
    }

    /// <summary>The stored answer of an earlier call under this key, or null when it is new. For writes that call a gateway in between.</summary>
    public async Task<StoredAnswer?> Find(BillingDb db, Call call, CancellationToken cancel) =>
        await FindKept(db, HashOf(call), cancel) is { } kept ? Replay(kept, call) : null;

    /// <summary>Keeps the key from the reservation on, with what was reserved.</summary>
    public void Reserve(BillingDb db, Call call, string resourceId)
    {
        if (call.IdempotencyKey is not null)
        {
            db.IdempotencyKeys.Add(New(call, HashOf(call)).Reserve(resourceId, clock.Now() + Limits.IdempotencyLease));
        }
    }

    /// <summary>Stores the answer with the settlement, so that a twin reads it.</summary>
    public async Task Settle<T>(BillingDb db, Call call, Answer<T> answer, CancellationToken cancel)
    {
        if (call.IdempotencyKey is null)
        {
            return;
        }

        var keyHash = HashOf(call);
        var row = await db.IdempotencyKeys.SingleAsync(row => row.KeyHash == keyHash, cancel);
        db.Outbox.Finally(_ => Fill(row, answer));
    }

    /// <summary>Stores an answer that was given without anything outside being asked.</summary>
    public void Keep<T>(BillingDb db, Call call, Answer<T> answer)
    {
        if (call.IdempotencyKey is not null)
        {
            db.Outbox.Finally(last => last.IdempotencyKeys.Add(Store(call, HashOf(call), answer)));
        }
    }

    /// <summary>The key as it was used before; one that has expired makes room, for it is new again.</summary>
    private async Task<IdempotencyRow?> FindKept(BillingDb db, string keyHash, CancellationToken cancel)
    {
        var row = await db.IdempotencyKeys.SingleOrDefaultAsync(row => row.KeyHash == keyHash, cancel);
        if (row is null || row.ExpiresAt > clock.Now())
        {
            return row;
        }

        db.IdempotencyKeys.Remove(row);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static async Task<Answer<T>> RefuseCleanly<T>(
        BillingDb db, Func<BillingDb, CancellationToken, Task<Answer<T>>> work, CancellationToken cancel)
    {
        var answer = await work(db, cancel);
        if (answer.Refusal is not null)
        {
            db.ChangeTracker.Clear();
            db.Outbox.Clear();
        }

        return answer;
    }

    /// <summary>What rules decided is kept; that the caller may not, or not so often, may be otherwise next time.</summary>
    private static bool IsKept<T>(Answer<T> answer) => answer.Refusal?.Kind is not (RefusalKind.Forbidden or RefusalKind.TooMany);

    /// <summary>Keyed: a body may hold a password, and a plain hash of that could be searched for.</summary>
    private string Fingerprint(Call call) => vault.Hash(Purpose, call.Fingerprint);

    private static string HashOf(Call call) => Secrets.Hash($"{call.Caller.CredentialId}\n{call.IdempotencyKey}");

    private StoredAnswer Replay(IdempotencyRow row, Call call) => row switch
    {
        _ when row.Fingerprint != Fingerprint(call) => StoredAnswer.Conflicting(422, Problem.Codes.KeyReused, "This Idempotency-Key was used for another request."),
        { IsAnswered: true } => new StoredAnswer(row.Status, row.Location, vault.Decrypt(Purpose, row.BodyCipher!), IsReplay: true),
        _ when row.LeasedUntil > clock.Now() => StoredAnswer.Conflicting(409, Problem.Codes.KeyInUse, "The same request is being carried out: ask again."),
        _ => new StoredAnswer(0, row.ResourceId, [], IsReplay: true),
    };

    private IdempotencyRow New(Call call, string keyHash) =>
        IdempotencyRow.Open(call.Caller.MerchantId, keyHash, Fingerprint(call), clock.Now() + Limits.IdempotencyKept);

    private IdempotencyRow Store<T>(Call call, string keyHash, Answer<T> answer) => Fill(New(call, keyHash), answer);

    private IdempotencyRow Fill<T>(IdempotencyRow row, Answer<T> answer)
    {
        object body = answer.Refusal is null ? answer.Value! : Problem.Of(answer.Refusal);
        var text = JsonSerializer.Serialize(body, body.GetType(), Json.Api);
        return row.Answer(answer.Status, answer.Location, vault.Encrypt(Purpose, Encoding.UTF8.GetBytes(text)));
    }
}
