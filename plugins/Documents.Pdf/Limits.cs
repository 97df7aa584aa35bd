namespace BillingHeadless.Plugins.Documents.Pdf;

/// <summary>Every bound of the generator. What passes one is refused with a sentence; nothing is cut off silently.</summary>
internal static class Limits
{
    /// <summary>Room for a long document with its images as base64.</summary>
    public const int HtmlCharacters = 12 * 1024 * 1024;

    /// <summary>Characters of text: as many pages as are allowed, filled to the brim.</summary>
    public const int TextCharacters = Pages * 5_000;

    public const int Tags = 60_000;
    public const int AttributesPerTag = 32;
    public const int NestingDepth = 48;
    public const int Problems = 50;

    public const int StyleRules = 200;
    public const int DeclarationsPerRule = 60;

    public const int TableColumns = 40;
    public const int TableCells = 40_000;

    public const int Images = 40;
    public const int ImageBytes = 4 * 1024 * 1024;
    public const int ImageSide = 8_000;
    public const int ImagePixels = 12_000_000;

    /// <summary>Images kept ready between documents: the seal of a merchant stands on each of its acts.</summary>
    public const int CachedImages = 32;

    /// <summary>Bytes of images kept ready between documents.</summary>
    public const int CachedImageBytes = 16 * 1024 * 1024;

    public const int Pages = 300;

    public const int FontBytes = 32 * 1024 * 1024;
    public const int FontDirectoryDepth = 6;
    public const int FontDirectoryEntries = 20_000;
    /// <summary>A PDF numbers the glyphs of a font with sixteen bits; parts of composed glyphs need some of the numbers.</summary>
    public const int CharactersPerFont = 30_000;

    public const int GlyphComponents = 64;

    /// <summary>Bounds of lengths in styles, in thousandths of a point: 300 mm.</summary>
    public const int StyleLength = 850_394;

    public const int SmallestFontSize = 1 * Units.Point;
    public const int LargestFontSize = 144 * Units.Point;
}
