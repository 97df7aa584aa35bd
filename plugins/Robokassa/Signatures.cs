using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Plugins.Robokassa;

/// <summary>
/// Signatures are the hash of parts with colons between them, in hexadecimal; parts that are absent leave no colon. Whatever the shop
/// added under <c>Shp_</c> stands at the end as <c>name=value</c>, by name.
/// </summary>
internal static class Signatures
{
    public const string OwnPrefix = "Shp_";

    public static string Of(string algorithm, IEnumerable<string> parts, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var own = fields
            .Where(field => field.Key.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}");
        return Hash(algorithm, Encoding.UTF8.GetBytes(string.Join(':', parts.Concat(own))));
    }

    // Robokassa's choice; what is signed is not secret, and MD5 is its default.
    private static string Hash(string algorithm, byte[] text) => Convert.ToHexStringLower(algorithm switch
    {
        "sha1" => SHA1.HashData(text),
        "sha256" => SHA256.HashData(text),
        "sha384" => SHA384.HashData(text),
        "sha512" => SHA512.HashData(text),
        _ => MD5.HashData(text),
    });
}
