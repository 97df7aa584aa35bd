using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>Packages with one fault each, by the name of the fault.</summary>
internal static class BrokenPackages
{
    private const int Megabyte = 1024 * 1024;

    public static byte[] Of(string fault) => fault switch
    {
        "no zip" => "This is no archive."u8.ToArray(),
        "bomb" => Rezipped(files => files["zeros.txt"] = new byte[130 * Megabyte]),
        "leads out" => Rezipped(files => files["../evil.dll"] = [1]),
        "misses its assembly" => Rezipped(files => files.Remove("BillingHeadless.Plugins.Sandbox.dll")),
        "has an unlisted file" => Rezipped(files => files["more.txt"] = [1]),
        "was changed" => Rezipped(files => files["BillingHeadless.Plugins.Sandbox.dll"][^1] ^= 1),
        "wrong signature" => Rezipped(files => files["plugin.signature.json"] = "{}"u8.ToArray()),
        "unknown publisher" => Signed(),
        "the contract's assembly" => Packages.Changed((files, _) => files["BillingHeadless.Plugins.dll"] = File.ReadAllBytes(typeof(BillingHeadless.Plugins.Money).Assembly.Location)),
        "manifest" => Packages.Changed((_, manifest) => manifest["id"] = "../sandbox"),
        "old contract" => WithContract("0.1", "0.9"),
        "new contract" => WithContract("90.0", "91.0"),
        "another kind" => Packages.Misbehaving("SampleGateway", id: "documents-pdf", version: "9.0.0"),
        _ => Packages.Misbehaving(fault),
    };

    private static byte[] WithContract(string minimum, string maximum) =>
        Packages.Changed((_, manifest) => manifest["contract"] = new JsonObject { ["minimum"] = minimum, ["maximum"] = maximum });

    private static byte[] Signed()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Packages.Sandbox("9.0.0", key: key);
    }

    private static byte[] Rezipped(Action<Dictionary<string, byte[]>> change)
    {
        var files = new Dictionary<string, byte[]>();
        using (var zip = new ZipArchive(new MemoryStream(Packages.Sandbox("9.0.0"))))
        {
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using var packed = entry.Open();
                packed.CopyTo(content);
                files[entry.FullName] = content.ToArray();
            }
        }

        change(files);
        return Zip(files);
    }

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
