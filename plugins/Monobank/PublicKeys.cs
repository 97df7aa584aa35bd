using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Monobank;

/// <summary>
/// The bank's public keys, by merchant. They are public, and change now and then: after a failed check the key is fetched again, but not
/// more often than once a minute, whoever sends nonsense.
/// </summary>
internal sealed class PublicKeys
{
    private const int MostKeys = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, KnownKey> known = [];

    /// <summary>Whether the signature is the bank's; null when the key could not be had.</summary>
    public async Task<bool?> VerifyAsync(ReadOnlyMemory<byte> body, byte[] signature, GatewayCall<MonobankSettings> call)
    {
        var name = $"{call.Host.MerchantId} {call.Settings.ApiUrl}";
        if (known.TryGetValue(name, out var key))
        {
            if (Verify(key.Pem, body.Span, signature))
            {
                return true;
            }

            if (call.Now - key.FetchedAt < Pause)
            {
                return false;
            }
        }

        if (await FetchAsync(call).ConfigureAwait(false) is not { } pem)
        {
            return null;
        }

        Keep(name, new KnownKey(pem, call.Now));
        return Verify(pem, body.Span, signature);
    }

    private static async Task<string?> FetchAsync(GatewayCall<MonobankSettings> call)
    {
        var reply = await new MonobankClient(call).GetAsync("pubkey").ConfigureAwait(false);
        if (reply is not Answered { IsSuccess: true } answer || WireText.Read(answer.Body, WireJson.Default.PublicKeyAnswer)?.Key is not { } key)
        {
            return null;
        }

        var pem = new byte[key.Length];
        return Convert.TryFromBase64String(key, pem, out var length) ? Encoding.UTF8.GetString(pem.AsSpan(0, length)) : null;
    }

    private static bool Verify(string pem, ReadOnlySpan<byte> body, byte[] signature)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.VerifyData(body, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private void Keep(string name, KnownKey key)
    {
        if (known.Count >= MostKeys)
        {
            known.Clear();
        }

        known[name] = key;
    }

    private sealed record KnownKey(string Pem, DateTimeOffset FetchedAt);
}
