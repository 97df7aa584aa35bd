using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Draws the four lines of a border.</summary>
internal static class Borders
{
    /// <summary>Inside the rectangle, as a box has them.</summary>
    public static void DrawInside(Canvas canvas, Sides<BorderLine> lines, int left, int top, int width, int height)
    {
        canvas.Fill(lines.Top.Colour, left, top, width, lines.Top.Width);
        canvas.Fill(lines.Bottom.Colour, left, top + height - lines.Bottom.Width, width, lines.Bottom.Width);
        canvas.Fill(lines.Left.Colour, left, top, lines.Left.Width, height);
        canvas.Fill(lines.Right.Colour, left + width - lines.Right.Width, top, lines.Right.Width, height);
    }

    /// <summary>Centred on the rectangle's edges, as neighbours in a table share them.</summary>
    public static void DrawOnEdges(Canvas canvas, Sides<BorderLine> lines, int left, int top, int width, int height)
    {
        var upper = top - lines.Top.Width / 2;
        var lower = top + height + lines.Bottom.Width / 2;
        canvas.Fill(lines.Left.Colour, left - lines.Left.Width / 2, upper, lines.Left.Width, lower - upper);
        canvas.Fill(lines.Right.Colour, left + width - lines.Right.Width / 2, upper, lines.Right.Width, lower - upper);
        canvas.Fill(lines.Top.Colour, left, upper, width, lines.Top.Width);
        canvas.Fill(lines.Bottom.Colour, left, top + height - lines.Bottom.Width / 2, width, lines.Bottom.Width);
    }
}
