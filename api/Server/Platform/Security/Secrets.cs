using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>Hashes and comparisons of secrets that have enough chance in themselves: keys and tokens.</summary>
public static class Secrets
{
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
