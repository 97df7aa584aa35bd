using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Images;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>The fonts and images that the pages of one document draw with, named in order of first use.</summary>
internal sealed class DrawnResources
{
    private readonly Dictionary<FontFile, (string Name, FontSubset Subset)> fonts = [];
    private readonly Dictionary<Picture, string> pictures = new(ReferenceEqualityComparer.Instance);

    public (string Name, FontSubset Subset) FontOf(FontFile file)
    {
        if (!fonts.TryGetValue(file, out var font))
        {
            fonts.Add(file, font = ($"F{fonts.Count + 1}", new FontSubset(file)));
        }

        return font;
    }

    public string NameOf(Picture picture)
    {
        if (!pictures.TryGetValue(picture, out var name))
        {
            pictures.Add(picture, name = $"I{pictures.Count + 1}");
        }

        return name;
    }

    /// <summary>Writes all of it; the answer is the pages' resource dictionary.</summary>
    public string Write(PdfFile file)
    {
        var fontEntries = fonts.Values.Select(font => $"/{font.Name} {PdfFont.Write(file, font.Subset)} 0 R");
        var pictureEntries = pictures.Select(named => $"/{named.Value} {PdfPicture.Write(file, named.Key)} 0 R");
        return $"<< /Font << {string.Join(' ', fontEntries)} >> /XObject << {string.Join(' ', pictureEntries)} >> >>";
    }
}
