using System.Security.Cryptography;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Packaging;

/// <summary>A publisher's private key: a PEM file that only its owner may read.</summary>
internal static class KeyFile
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a key; never over a file that is there.</summary>
    /// <returns>What to tell: the public half.</returns>
    public static string Make(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwner;
        }

        using var writer = new StreamWriter(file, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return $"{Path.GetFullPath(file)} is the private key: keep it to yourself.\nPublic key, for operators to trust: {PublisherKey.Of(key).Text}";
    }

    /// <exception cref="PluginRefusedException">It is no such key.</exception>
    public static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return PublisherKey.Parse(PublisherKey.Of(key).Text) is null ? throw new CryptographicException("It is on another curve.") : key;
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new PluginRefusedException($"Give --key a file that the command new-key has made: {file} is none.");
        }
    }
}
