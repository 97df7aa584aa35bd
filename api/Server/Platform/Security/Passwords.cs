using System.Globalization;
using System.Security.Cryptography;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>
/// Slow salted hashes of passwords: PBKDF2 with HMAC-SHA-256. The text says how it was made, so that the rounds can rise and
/// old hashes still open: <c>pbkdf2-sha256$rounds$salt$hash</c>.
/// </summary>
public sealed class Passwords(IChance chance)
{
    private const string Method = "pbkdf2-sha256";
    private const char Separator = '$';
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>What a password is compared with where there is none: it takes as long and never matches.</summary>
    private static readonly string Decoy = Write(Limits.PasswordRounds, new byte[SaltBytes], new byte[HashBytes]);

    public string Hash(string password)
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        chance.Fill(salt);
        return Write(Limits.PasswordRounds, salt, Derive(password, salt, Limits.PasswordRounds));
    }

    /// <summary>Whether the password is the hashed one. Takes equally long when there is no hash, so that time tells nobody who is known.</summary>
    public static bool Match(string password, string? hash)
    {
        var parts = (hash ?? Decoy).Split(Separator);
        var salt = Convert.FromBase64String(parts[2]);
        var derived = Derive(password, salt, int.Parse(parts[1], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(parts[3])) && hash is not null;
    }

    private static byte[] Derive(string password, ReadOnlySpan<byte> salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, HashBytes);

    private static string Write(int rounds, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> hash) =>
        string.Join(Separator, Method, rounds.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
}
