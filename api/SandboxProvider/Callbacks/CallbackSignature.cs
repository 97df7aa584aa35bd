using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>
/// The header <c>Sandbox-Signature: t=1700000000,v1=…</c>: the time of sending in seconds since 1970, and in lower-case hexadecimal the
/// HMAC-SHA256 with the account's secret over that number, a dot, and the raw body.
/// </summary>
internal static class CallbackSignature
{
    public const string Header = "Sandbox-Signature";

    public static string Sign(string secret, DateTimeOffset now, byte[] body)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes($"{time}."));
        hmac.AppendData(body);
        return $"t={time},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
