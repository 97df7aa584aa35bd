using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Domain.Catalog;

/// <summary>The fingerprint that a consent keeps of what the buyer has read.</summary>
public static class AgreementHash
{
    private const char Separator = '\u001F';

    public static string Of(string title, IReadOnlyDictionary<string, string> texts)
    {
        var document = new StringBuilder(title);
        foreach (var (language, text) in texts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            document.Append(Separator).Append(language).Append(Separator).Append(text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToString())));
    }
}
