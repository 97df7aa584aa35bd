using System.IO.Compression;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Unpacks a .zip into memory. Its own word on sizes is not believed: what is unpacked is counted, and a file that would be written
/// outside its folder is never unpacked.
/// </summary>
internal static class PackageZip
{
    private const int Chunk = 64 * 1024;
    private const int MostNameLength = 200;

    /// <exception cref="PluginRefusedException">It is no package; the code says why.</exception>
    public static IReadOnlyDictionary<string, byte[]> Unpack(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > HostingLimits.PackageBytes)
        {
            throw TooLarge();
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return Unpack(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new PluginRefusedException($"Make the package anew: it is no .zip that can be read. {PluginText.Of(broken)}", FailureCodes.Unreadable);
        }
    }

    private static Dictionary<string, byte[]> Unpack(ZipArchive zip)
    {
        // A name that differs in its case alone would be the same file on some disks.
        var files = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var left = HostingLimits.FolderBytes;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            if (files.Count == HostingLimits.Files)
            {
                throw TooLarge();
            }

            var name = SafeName(entry.FullName);
            var content = Read(entry, left);
            left -= content.Length;
            if (!files.TryAdd(name, content))
            {
                throw new PluginRefusedException($"Make the package anew: it holds {name} twice.", FailureCodes.Unreadable);
            }
        }

        return files;
    }

    private static string SafeName(string name)
    {
        var isSafe = name.Length is > 0 and <= MostNameLength
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '/' or '+')
            && name.Split('/').All(part => part.Length > 0 && part.Trim('.').Length > 0);
        return isSafe ? name : throw new PluginRefusedException(
            $"Rename the file \"{PluginText.Short(name)}\": a name in a package leads nowhere else and is made of Latin letters, digits, dots, hyphens and slashes.",
            FailureCodes.PathOutside);
    }

    private static byte[] Read(ZipArchiveEntry entry, long left)
    {
        using var content = new MemoryStream();
        using var packed = entry.Open();
        var chunk = new byte[Chunk];
        while (packed.Read(chunk) is > 0 and var read)
        {
            if (content.Length + read > left)
            {
                throw TooLarge();
            }

            content.Write(chunk, 0, read);
        }

        return content.ToArray();
    }

    private static PluginRefusedException TooLarge() => new(
        $"Make the package smaller: it may have {HostingLimits.PackageBytes} bytes, and unpacked {HostingLimits.Files} files and {HostingLimits.FolderBytes} bytes.",
        FailureCodes.TooLarge);
}
