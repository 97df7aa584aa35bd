using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.SandboxProvider.Accounts;

/// <summary>What a merchant's system proves itself with. Only its hash is stored.</summary>
internal sealed record ApiKey(string Text)
{
    public byte[] Hash { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    /// <summary>Long enough not to be guessed, and made of characters that survive a header.</summary>
    public static bool IsValid(string text) =>
        text.Length is >= Limits.ShortestCredential and <= Limits.LongestCredential && text.All(IsVisible);

    private static bool IsVisible(char character) => character is > ' ' and < '\x7f';

    public override string ToString() => "(an API key)";
}
