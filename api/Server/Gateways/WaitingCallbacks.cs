using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Gateways;

/// <summary>Keeps messages for a plugin that is not there, each once and so many of them; the provider is told to send them again all the same.</summary>
public sealed class WaitingCallbacks(IWriter writer, Reader reader, Vault vault, IdSource ids, Clock clock)
{
    private const string Purpose = "waiting-callbacks";

    /// <summary>Keeps the message and plans its replay.</summary>
    public Task<bool> Keep(Id<Merchant> merchant, string gateway, InboundMessage message, CancellationToken cancel)
    {
        var text = JsonSerializer.Serialize(StoredMessage.Of(message), Json.Stored);
        var hash = vault.Hash(Purpose, text);
        return writer.Write(
            merchant,
            async (db, token) =>
            {
                var waiting = db.WaitingCallbacks.Where(row => row.Gateway == gateway);
                if (await waiting.AnyAsync(row => row.Hash == hash, token) || await waiting.CountAsync(token) >= Limits.CallbacksWaiting)
                {
                    return false;
                }

                var row = WaitingCallbackRow.Keep(ids.Text(WaitingCallbackRow.IdPrefix), merchant, gateway, hash, vault.Encrypt(Purpose, text), clock.Now());
                db.WaitingCallbacks.Add(row);
                db.Outbox.Plan(ReplayCallback.For(row));
                return true;
            },
            cancel);
    }

    /// <summary>The message and its gateway; null when it has been taken.</summary>
    public async Task<(string Gateway, InboundMessage Message)?> Find(Id<Merchant> merchant, string id, CancellationToken cancel)
    {
        var row = await reader.Read(merchant, db => db.WaitingCallbacks.SingleOrDefaultAsync(entry => entry.Id == id, cancel));
        return row is null ? null : (row.Gateway, JsonSerializer.Deserialize<StoredMessage>(vault.Decrypt(Purpose, row.MessageCipher), Json.Stored)!.ToMessage());
    }

    /// <summary>What of a message is kept: all that its proof can rest on.</summary>
    private sealed record StoredMessage(string Method, IReadOnlyList<StoredPair> Query, IReadOnlyList<StoredPair> Headers, byte[] Body)
    {
        public static StoredMessage Of(InboundMessage message) =>
            new(message.Method, [.. message.Query.Select(StoredPair.Of)], [.. message.Headers.Select(StoredPair.Of)], message.Body.ToArray());

        public InboundMessage ToMessage() => new()
        {
            Kind = InboundKind.Callback,
            Method = Method,
            Query = [.. Query.Select(pair => pair.ToPair())],
            Headers = [.. Headers.Select(pair => pair.ToPair())],
            Body = Body,
        };
    }

    // What has no setters is not stored: a KeyValuePair would come back empty.
    private sealed record StoredPair(string Name, string Value)
    {
        public static StoredPair Of(KeyValuePair<string, string> pair) => new(pair.Key, pair.Value);

        public KeyValuePair<string, string> ToPair() => KeyValuePair.Create(Name, Value);
    }
}
