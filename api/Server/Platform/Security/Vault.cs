using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

// A nonce never comes twice, not even where chance is replayed from a seed.
#pragma warning disable RS0030

namespace BillingHeadless.Server.Platform.Security;

/// <summary>
/// Encrypts what must be shown again and hashes what must only be recognised. Every purpose has a key of its own, derived
/// from the installation's master key.
/// </summary>
public sealed class Vault(byte[] masterKey)
{
    public const int MasterKeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public string Encrypt(string purpose, string text) => Convert.ToBase64String(Encrypt(purpose, Encoding.UTF8.GetBytes(text)));

    public string Decrypt(string purpose, string cipher) => Encoding.UTF8.GetString(Decrypt(purpose, Convert.FromBase64String(cipher)));

    public byte[] Encrypt(string purpose, byte[] plain)
    {
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(KeyFor(purpose), TagBytes);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceBytes),
            plain,
            sealedBytes.AsSpan(NonceBytes, plain.Length),
            sealedBytes.AsSpan(NonceBytes + plain.Length));
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">It was changed, or encrypted under another master key.</exception>
    public byte[] Decrypt(string purpose, byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyFor(purpose), TagBytes);
        aes.Decrypt(
            sealedBytes.AsSpan(0, NonceBytes),
            sealedBytes.AsSpan(NonceBytes, plain.Length),
            sealedBytes.AsSpan(NonceBytes + plain.Length),
            plain);
        return plain;
    }

    /// <summary>A keyed hash: the same text gives the same hash here and nowhere else.</summary>
    public string Hash(string purpose, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(KeyFor(purpose), Encoding.UTF8.GetBytes(text)));

    /// <summary>128 bits that only this installation can make for a text; for addresses that must not be guessed.</summary>
    public string Token(string purpose, string text) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(KeyFor(purpose), Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, MasterKeyBytes, info: Encoding.UTF8.GetBytes(purpose));
}
