using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>How far a line reaches above and below its baseline.</summary>
internal sealed class LineHeight(FontChain fonts)
{
    public int Above { get; private set; }

    public int Below { get; private set; }

    public void Include(Style style)
    {
        var face = fonts.Main(style.Bold, style.Italic);
        var ascent = face.Ascent(style.FontSize);
        var descent = face.Descent(style.FontSize);
        var wanted = style.LineHeight is { } part
            ? Units.Scale(style.FontSize, part, 1_000)
            : ascent + descent + face.LineGap(style.FontSize);
        var halfLeading = (wanted - ascent - descent) / 2;
        Above = Math.Max(Above, ascent + halfLeading);
        Below = Math.Max(Below, wanted - ascent - halfLeading);
    }

    public void IncludePicture(int height) => Above = Math.Max(Above, height);
}
