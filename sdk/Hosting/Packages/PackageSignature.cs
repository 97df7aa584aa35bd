using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// The publisher's signature in a package: over the manifest, byte for byte, which in turn lists every other file with its hash.
/// </summary>
/// <param name="Publisher">Who says to have signed.</param>
/// <param name="Signature">ECDSA with SHA-256, in the form of IEEE P1363.</param>
public sealed record PackageSignature(PublisherKey Publisher, byte[] Signature)
{
    /// <summary>Its file in a package.</summary>
    public const string FileName = "plugin.signature.json";

    private const int MostBytes = 4 * 1024;
    private const string PublisherMember = "publisher";
    private const string SignatureMember = "signature";

    // What is signed says what it is, so that no signature made for something else fits.
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("BillingHeadless plugin manifest 1\n");

    /// <summary>Signs a manifest.</summary>
    public static PackageSignature Sign(ECDsa key, ReadOnlySpan<byte> manifest) =>
        new(PublisherKey.Of(key), key.SignData([.. Purpose, .. manifest], HashAlgorithmName.SHA256));

    /// <summary>Reads the file; null when it is no signature.</summary>
    public static PackageSignature? Read(byte[] file)
    {
        try
        {
            using var json = JsonDocument.Parse(file.Length <= MostBytes ? file : []);
            var publisher = PublisherKey.Parse(json.RootElement.GetProperty(PublisherMember).GetString());
            var signature = json.RootElement.GetProperty(SignatureMember).GetBytesFromBase64();
            return publisher is null ? null : new PackageSignature(publisher, signature);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether it is a signature of this manifest.</summary>
    public bool Fits(ReadOnlySpan<byte> manifest) => Publisher.Verifies([.. Purpose, .. manifest], Signature);

    /// <summary>The file's content.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(new JsonObject
    {
        [PublisherMember] = Publisher.Text,
        [SignatureMember] = Convert.ToBase64String(Signature),
    }.ToJsonString());
}
