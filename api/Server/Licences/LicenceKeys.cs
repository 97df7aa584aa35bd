using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Licences;

/// <summary>
/// Licence keys for people: five groups of five characters and two check characters, so that a typing error is found
/// without asking anybody. Stored as a keyed hash and, to be shown again, encrypted.
/// </summary>
public sealed class LicenceKeys(IdSource ids, Vault vault)
{
    private const string Purpose = "licence-key";
    private const string Prefix = "LIC";
    private const int Characters = 25;
    private const int GroupLength = 5;
    private const int CheckCharacters = 2;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public string New()
    {
        var body = ids.Token()[..Characters];
        return $"{Prefix}-{string.Join('-', body.Chunk(GroupLength).Select(group => new string(group)))}-{CheckOf(body)}";
    }

    public string Hash(string key) => vault.Hash(Purpose, Fold(key));

    public string Seal(string key) => vault.Encrypt(Purpose, key);

    public string Open(string cipher) => vault.Decrypt(Purpose, cipher);

    /// <summary>Whether a key can be one of ours at all; letters that look alike count as the same.</summary>
    public static bool IsWellFormed(string key) =>
        Fold(key) is { Length: Characters + CheckCharacters + 3 } folded
        && folded.StartsWith(Prefix, StringComparison.Ordinal)
        && folded.AsSpan(Prefix.Length).IndexOfAnyExcept(Alphabet) < 0
        && CheckOf(folded[Prefix.Length..^CheckCharacters]) == folded[^CheckCharacters..];

    private static string Fold(string key)
    {
        var letters = key.Where(letter => letter is not ('-' or ' ')).Select(char.ToUpperInvariant).ToArray();
        for (var i = Prefix.Length; i < letters.Length; i++)
        {
            letters[i] = letters[i] switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', var letter => letter };
        }

        return new string(letters);
    }

    /// <summary>A weighted sum modulo a prime just under 32 x 32: finds every single wrong character and every swap of neighbours.</summary>
    private static string CheckOf(string body)
    {
        const int Prime = 1021;
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum = (sum + ((i + 1) * (Alphabet.IndexOf(body[i], StringComparison.Ordinal) + 1))) % Prime;
        }

        return $"{Alphabet[sum / Alphabet.Length]}{Alphabet[sum % Alphabet.Length]}";
    }
}
