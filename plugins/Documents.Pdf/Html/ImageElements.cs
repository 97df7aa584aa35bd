using AngleSharp.Dom;
using BillingHeadless.Plugins.Documents.Pdf.Images;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Reads the images of a document.</summary>
internal sealed class ImageElements(SourcePlaces places, PictureReader pictures)
{
    private int count;

    /// <summary>Null, with a problem reported, when it cannot be drawn.</summary>
    public Picture? Read(IElement element)
    {
        if (++count > Limits.Images)
        {
            places.Report(element, $"A document may have at most {Limits.Images} images.");
            return null;
        }

        try
        {
            return pictures.Read(element.GetAttribute("src") ?? "");
        }
        catch (InvalidDataException damaged)
        {
            places.Report(element, damaged.Message);
            return null;
        }
    }
}
