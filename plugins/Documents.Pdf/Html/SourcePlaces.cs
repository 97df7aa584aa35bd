using AngleSharp.Dom;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Reports problems at the place of an element, or of a piece of text in its tag.</summary>
internal sealed class SourcePlaces(ProblemList problems)
{
    public void Report(IElement element, string text) => problems.Add(StartOf(element), text);

    /// <summary>Where the piece stands inside the element's tag; at the tag when it is written otherwise there.</summary>
    public void ReportInTag(IElement element, string piece, string text)
    {
        var start = StartOf(element);
        var end = problems.Source.IndexOf('>', start);
        var length = (end < 0 ? problems.Source.Length : end) - start;
        var at = piece.Length == 0 ? -1 : problems.Source.IndexOf(piece, start, length, StringComparison.OrdinalIgnoreCase);
        problems.Add(at < 0 ? start : at, text);
    }

    public void CheckAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.Where(attribute => !Elements.Allows(element.LocalName, attribute.Name)))
        {
            ReportInTag(
                element, attribute.Name, $"The attribute '{attribute.Name}' of <{element.LocalName}> is not in the document subset.");
        }
    }

    /// <param name="offset">From 0, in the text of the element.</param>
    public void ReportInside(IElement element, int offset, string text)
    {
        var tagEnd = problems.Source.IndexOf('>', StartOf(element));
        problems.Add(tagEnd + 1 + offset, text);
    }

    /// <summary>An element that the parser added, such as a body, stands where its parent stands.</summary>
    private static int StartOf(IElement element)
    {
        for (var place = element; place is not null; place = place.ParentElement)
        {
            if (place.SourceReference is { Position.Position: > 0 } reference)
            {
                return reference.Position.Index;
            }
        }

        return 0;
    }
}
