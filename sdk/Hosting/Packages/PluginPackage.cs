using System.Security.Cryptography;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>A package whose files are all as its manifest lists them; none of its code has been loaded.</summary>
public sealed class PluginPackage
{
    private PluginPackage(string hash, PluginManifest manifest, PublisherKey? publisher, IReadOnlyDictionary<string, byte[]> files) =>
        (Hash, Manifest, Publisher, Files) = (hash, manifest, publisher, files);

    /// <summary>SHA-256 of the package's bytes in lower-case hexadecimal: what tells two packages of one version apart.</summary>
    public string Hash { get; }

    public PluginManifest Manifest { get; }

    /// <summary>Who signed it; null when nobody did.</summary>
    public PublisherKey? Publisher { get; }

    /// <summary>Contents by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>The hash by which a package is known.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Unpacks and checks a package, in this order: form and size, manifest, contract, signature, files, code. Never throws for what it holds.</summary>
    /// <param name="bytes">The .zip.</param>
    /// <param name="trust">Whose packages are taken.</param>
    /// <param name="name">What it is called in a failure, for example its file name.</param>
    public static PackageReading Read(ReadOnlyMemory<byte> bytes, PackageTrust trust, string name)
    {
        try
        {
            var files = PackageZip.Unpack(bytes);
            var reading = files.TryGetValue(PluginManifest.FileName, out var json)
                ? ManifestReader.Read(json)
                : new ManifestReading(null, [FileCheck.NoManifest]);
            if (reading.Manifest is not { } manifest)
            {
                return new PackageReading(null, PluginFailure.Of(name, null, reading.Problems));
            }

            var (publisher, problems) = PackageCheck.Of(files, manifest, trust);
            return problems.Count == 0
                ? new PackageReading(new PluginPackage(HashOf(bytes.Span), manifest, publisher, files), null)
                : new PackageReading(null, PluginFailure.Of(name, manifest.Id, problems));
        }
        catch (PluginRefusedException refused)
        {
            return new PackageReading(null, new PluginFailure(name, null, [refused.Message]) { Code = refused.Code });
        }
    }
}

/// <summary>What came of reading a package: exactly one of the two.</summary>
public sealed record PackageReading(PluginPackage? Package, PluginFailure? Failure);
