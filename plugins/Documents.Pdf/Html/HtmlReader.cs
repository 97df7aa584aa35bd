using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Reads the document subset of HTML into blocks, or says what in it is outside the subset.</summary>
internal static class HtmlReader
{
    /// <summary>Slips that change nothing in what the reader of the document sees.</summary>
    private static readonly HashSet<HtmlParseError> Harmless =
    [
        HtmlParseError.DoctypeMissing,
        HtmlParseError.AmbiguousOpenTag,
        HtmlParseError.CharacterReferenceSemicolonMissing,
        HtmlParseError.CharacterReferenceNotTerminated,
        HtmlParseError.CharacterReferenceAttributeEqualsFound,
    ];

    /// <summary>The document's body; null when there are problems.</summary>
    public static Container? Read(string html, PictureReader pictures, out IReadOnlyList<DocumentProblem> problems)
    {
        var source = html.ReplaceLineEndings("\n");
        var list = new ProblemList(source);
        var body = new MarkupBounds(source, list).Hold() ? Read(Parse(source, list), pictures, list) : null;
        problems = list.ToList();
        return list.IsEmpty ? body : null;
    }

    private static IHtmlDocument Parse(string source, ProblemList problems)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, raised) =>
        {
            if (raised is HtmlErrorEvent error && !Harmless.Contains((HtmlParseError)error.Code))
            {
                problems.Add(error.Position.Index, $"This is not well-formed HTML: {error.Message}");
            }
        };
        return parser.ParseDocument(source);
    }

    private static Container Read(IHtmlDocument document, PictureReader pictures, ProblemList problems)
    {
        var places = new SourcePlaces(problems);
        var sheet = ReadHead(document.Head!, places);
        var styles = new StyleReader(sheet, places);
        places.CheckAttributes(document.DocumentElement);
        var root = styles.Read(document.DocumentElement, Style.Initial);
        return new ElementReader(styles, places, pictures).ReadBody(document.Body!, root);
    }

    private static StyleSheet ReadHead(IElement head, SourcePlaces places)
    {
        var rules = new List<StyleRule>();
        foreach (var element in head.Children)
        {
            places.CheckAttributes(element);
            if (element.LocalName == "style")
            {
                rules.AddRange(new StyleParser((at, text) => places.ReportInside(element, at, text)).ReadSheet(element.TextContent).Rules);
            }
            else if (element.LocalName is not ("meta" or "title"))
            {
                places.Report(element, $"The element <{element.LocalName}> is not in the document subset.");
            }
        }

        return new StyleSheet(rules);
    }
}
