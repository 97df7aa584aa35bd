using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>How large an image is drawn: as its style says, else a pixel for a pixel; never wider or higher than its room.</summary>
internal static class PictureSize
{
    public static (int Width, int Height) Of(Picture picture, Style style, int room)
    {
        var (width, height) = Wanted(picture, style, room);
        if (width > room)
        {
            (width, height) = (room, Units.Scale(height, room, width));
        }

        if (height > Page.ContentHeight)
        {
            (width, height) = (Units.Scale(width, Page.ContentHeight, height), Page.ContentHeight);
        }

        return (Math.Max(1, width), Math.Max(1, height));
    }

    public static Extent ExtentOf(Picture picture, Style style)
    {
        var widest = Of(picture, style, Page.ContentWidth).Width;
        return new Extent(style.Width is { IsPercent: true } ? 0 : widest, widest);
    }

    private static (int Width, int Height) Wanted(Picture picture, Style style, int room)
    {
        var width = style.Width?.Of(room);
        var height = style.Height?.Value;
        return (width, height) switch
        {
            ({ } wide, { } high) => (wide, high),
            ({ } wide, null) => (wide, Units.Scale(wide, picture.Height, picture.Width)),
            (null, { } high) => (Units.Scale(high, picture.Width, picture.Height), high),
            _ => (picture.Width * Units.Pixel, picture.Height * Units.Pixel),
        };
    }
}
