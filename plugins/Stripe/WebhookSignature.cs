using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.Stripe;

/// <summary>
/// The header <c>Stripe-Signature: t=…,v1=…</c>: seconds since 1970, and HMAC-SHA256 over that number, a dot and the raw body. While a
/// secret is rolled there are several <c>v1</c>; other schemes do not count.
/// </summary>
internal static class WebhookSignature
{
    private const string Header = "Stripe-Signature";
    private const int LongestHeader = 2000;
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsGenuine(InboundMessage message, string secret, DateTimeOffset now)
    {
        if (message.Header(Header) is not { Length: <= LongestHeader } header)
        {
            return false;
        }

        var parts = header.Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToList();
        if (parts.Find(part => part[0] == "t") is not [_, var time] || !IsRecent(time, now))
        {
            return false;
        }

        var expected = Expected(time, message.Body.Span, secret);
        return parts.Where(part => part[0] == "v1").Any(part => WireText.AreEqual(expected, part[1]));
    }

    private static bool IsRecent(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= (now - Tolerance).ToUnixTimeSeconds()
        && seconds <= (now + Tolerance).ToUnixTimeSeconds();

    private static string Expected(string time, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{time}."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
