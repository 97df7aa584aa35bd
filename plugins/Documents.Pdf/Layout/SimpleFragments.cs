using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>An image that stands alone.</summary>
internal sealed class PictureFragment : Fragment
{
    private readonly Picture picture;
    private readonly int width;

    public PictureFragment(Picture picture, int width, int height)
    {
        this.picture = picture;
        this.width = width;
        Height = height;
    }

    public override void Draw(Canvas canvas, int left, int top) => canvas.Image(picture, left, top, width, Height);
}

/// <summary>A line across.</summary>
internal sealed class RuleFragment : Fragment
{
    private readonly BorderLine line;
    private readonly int width;

    public RuleFragment(BorderLine line, int width)
    {
        this.line = line;
        this.width = width;
        Height = line.Width;
    }

    public override void Draw(Canvas canvas, int left, int top) => canvas.Fill(line.Colour, left, top, width, Height);
}
