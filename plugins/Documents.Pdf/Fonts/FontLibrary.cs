namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>
/// The fonts of the machine. Found and read once, when first asked for; while none is usable, looked for at each call, so
/// that installing one needs no restart.
/// </summary>
internal sealed class FontLibrary(IReadOnlyList<string> directories)
{
    public const string Mend =
        "No font with Cyrillic and Kazakh letters was found: install one, on Debian and Ubuntu with 'apt-get install fonts-dejavu-core'.";

    /// <summary>A family must draw all of these to set a document.</summary>
    private const string Needed =
        "ABCXYZabcxyz0123456789.,:;-()АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяҐґЄєІіЇїӘәҒғҚқҢңӨөҰұҮүҺһ№";

    private static readonly FamilyFiles[] Known =
    [
        new("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf"),
        new("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf", "LiberationSans-BoldItalic.ttf"),
        new("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf"),
        new("FreeSans.ttf", "FreeSansBold.ttf", "FreeSansOblique.ttf", "FreeSansBoldOblique.ttf"),
        new("arial.ttf", "arialbd.ttf", "ariali.ttf", "arialbi.ttf"),
        new("NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Bold.ttf", null, null),
        new("NotoSansSymbols2-Regular.ttf", null, null, null),
    ];

    private readonly Lock reading = new();
    private volatile FontChain? fonts;

    /// <summary>Where fonts usually are on Debian and its kin, macOS and Windows.</summary>
    public static FontLibrary OfThisMachine() => new(
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        "/Library/Fonts",
        "/System/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
    ]);

    /// <summary>The fonts, or null when none is usable.</summary>
    public FontChain? Find(IPluginLog log)
    {
        if (fonts is { } ready)
        {
            return ready;
        }

        lock (reading)
        {
            return fonts ??= Read(log);
        }
    }

    private FontChain? Read(IPluginLog log)
    {
        var paths = FindFiles();
        var families = Known.Select(files => ReadFamily(files, paths, log)).OfType<FontFamily>().ToList();
        var main = families.Find(family => family.Face(bold: false, italic: false).File.Covers(Needed));
        if (main is null)
        {
            return null;
        }

        families.Remove(main);
        families.Insert(0, main);
        return new FontChain(families);
    }

    private Dictionary<string, string> FindFiles()
    {
        var wanted = Known.SelectMany(files => files.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = Limits.FontDirectoryDepth,
        };
        foreach (var directory in directories.Where(Directory.Exists))
        {
            var files = Directory.EnumerateFiles(directory, "*", options).Take(Limits.FontDirectoryEntries);
            foreach (var path in files.Where(path => wanted.Contains(Path.GetFileName(path))).Order(StringComparer.Ordinal))
            {
                found.TryAdd(Path.GetFileName(path), path);
            }
        }

        return found;
    }

    private static FontFamily? ReadFamily(FamilyFiles files, Dictionary<string, string> paths, IPluginLog log)
    {
        var regular = ReadFont(files.Regular, paths, log);
        return regular is null
            ? null
            : new FontFamily(
                regular,
                ReadFont(files.Bold, paths, log),
                ReadFont(files.Italic, paths, log),
                ReadFont(files.BoldItalic, paths, log));
    }

    private static FontFile? ReadFont(string? name, Dictionary<string, string> paths, IPluginLog log)
    {
        if (name is null || !paths.TryGetValue(name, out var path))
        {
            return null;
        }

        try
        {
            return new FileInfo(path).Length > Limits.FontBytes
                ? throw new InvalidDataException("The file is too large.")
                : new FontFile(File.ReadAllBytes(path), Path.GetFileNameWithoutExtension(name));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            log.Warning($"The font {path} is passed over: {broken.Message}");
            return null;
        }
    }

    private sealed record FamilyFiles(string Regular, string? Bold, string? Italic, string? BoldItalic)
    {
        public IEnumerable<string> Names => new[] { Regular, Bold, Italic, BoldItalic }.OfType<string>();
    }
}
