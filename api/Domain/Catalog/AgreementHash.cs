using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Domain.Catalog;

/// <summary>The fingerprint that a consent keeps of what the buyer has read.</summary>
public static class AgreementHash
{
    public static string Of(AgreementDraft draft)
    {
        var document = new StringBuilder();
        Append(document, draft.Title);
        Append(document, draft.Titles);
        Append(document, draft.Texts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.ToString())));
    }

    private static void Append(StringBuilder document, IReadOnlyDictionary<string, string> byLanguage)
    {
        document.Append(byLanguage.Count).Append(';');
        foreach (var (language, text) in byLanguage.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Append(document, language);
            Append(document, text);
        }
    }

    /// <summary>Its length goes before it: no text can pass for two, whatever characters it has.</summary>
    private static void Append(StringBuilder document, string text) => document.Append(text.Length).Append(':').Append(text);
}
