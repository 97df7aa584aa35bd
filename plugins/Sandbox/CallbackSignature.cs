using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>
/// The header <c>Sandbox-Signature: t=1700000000,v1=…</c>: when it was sent, in seconds since 1970, and the HMAC-SHA256 over that number,
/// a dot and the raw body, in hexadecimal.
/// </summary>
internal static class CallbackSignature
{
    private const string Header = "Sandbox-Signature";
    private const string TimeKey = "t=";
    private const string HashKey = "v1=";
    private const int LongestHeader = 200;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsGenuine(InboundMessage message, string secret, DateTimeOffset now)
    {
        if (message.Header(Header) is not { Length: <= LongestHeader } header
            || Part(header, TimeKey) is not { } time
            || Part(header, HashKey) is not { } hash)
        {
            return false;
        }

        return IsRecent(time, now) && Matches(hash, time, message.Body.Span, secret);
    }

    private static string? Part(string header, string key) =>
        header.Split(',').FirstOrDefault(part => part.StartsWith(key, StringComparison.Ordinal))?[key.Length..];

    private static bool IsRecent(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= (now - Tolerance).ToUnixTimeSeconds()
        && seconds <= (now + Tolerance).ToUnixTimeSeconds();

    private static bool Matches(string hash, string time, ReadOnlySpan<byte> body, string secret)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(hash, claimed, out _, out var length) != OperationStatus.Done || length != claimed.Length)
        {
            return false;
        }

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes($"{time}."));
        hmac.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), claimed);
    }
}
