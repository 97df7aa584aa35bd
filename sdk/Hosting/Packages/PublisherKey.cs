using System.Security.Cryptography;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>A publisher's public key (ECDSA on P-256): whose signature a package carries, and what an operator lists as trusted.</summary>
public sealed record PublisherKey
{
    private const int LongestText = 400;
    private const int IdDigits = 16;
    private const string CurveOid = "1.2.840.10045.3.1.7";

    private readonly byte[] bytes;

    private PublisherKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>A short name of it for people: the beginning of its SHA-256.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(bytes))[..IdDigits];

    /// <summary>The key as it is written down: a SubjectPublicKeyInfo in base 64.</summary>
    public string Text => Convert.ToBase64String(bytes);

    /// <summary>Reads <see cref="Text"/>; null when it is no such key.</summary>
    public static PublisherKey? Parse(string? text)
    {
        var bytes = new byte[LongestText];
        if (text is null || text.Length > LongestText || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out var read);
            return read == length && key.ExportParameters(false).Curve.Oid.Value == CurveOid ? new PublisherKey(bytes[..length]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The public half of a private key.</summary>
    public static PublisherKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    /// <summary>Whether this key's private half has signed the bytes.</summary>
    internal bool Verifies(ReadOnlySpan<byte> signed, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(bytes, out _);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256);
    }

    public bool Equals(PublisherKey? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Id;
}
