using AngleSharp.Dom;
using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Turns elements into blocks. Depth is bounded by <see cref="MarkupBounds"/>.</summary>
internal sealed class ElementReader
{
    private readonly StyleReader styles;
    private readonly SourcePlaces places;
    private readonly ImageElements images;
    private readonly TableReader tables;
    private int textCharacters;

    public ElementReader(StyleReader styles, SourcePlaces places, PictureReader pictures)
    {
        this.styles = styles;
        this.places = places;
        images = new ImageElements(places, pictures);
        tables = new TableReader(this, styles, places);
    }

    public Container ReadBody(IElement body, Style root)
    {
        places.CheckAttributes(body);
        return ReadContainer(body, new Container(styles.Read(body, root)));
    }

    /// <summary>Reads what stands in the element into the box.</summary>
    public Container ReadContainer(IElement element, Container box)
    {
        var text = new List<Inline>();
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child && Elements.IsBlock(child.LocalName))
            {
                EndParagraph(text, box);
                AddBlock(child, box);
            }
            else
            {
                ReadInline(node, box, box.Style.ForChild(), text);
            }
        }

        EndParagraph(text, box);
        return box;
    }

    private static void EndParagraph(List<Inline> text, Container box)
    {
        if (text.Exists(part => part is not TextRun run || !IsBlank(run.Text)))
        {
            box.Children.Add(new Paragraph(box.Style.ForChild(), [.. text]));
        }

        text.Clear();
    }

    private static bool IsBlank(string text) => text.AsSpan().IndexOfAnyExcept(" \t\n\r\f") < 0;

    private void AddBlock(IElement element, Container parent)
    {
        places.CheckAttributes(element);
        var style = styles.Read(element, parent.Style);
        Place(element, ReadBlock(element, style), parent);
    }

    private Block ReadBlock(IElement element, Style style) => element.LocalName switch
    {
        "hr" => new Rule(style),
        "table" => tables.Read(element, style),
        "ul" or "ol" => ReadList(element, new Container(style)),
        _ => ReadContainer(element, new Container(style) { StaysWithNext = Elements.IsHeading(element.LocalName) }),
    };

    private void Place(IElement element, Block block, Container parent)
    {
        if (block.Style.Placement != Placement.Absolute)
        {
            parent.Children.Add(block);
        }
        else if (parent.Style.Placement == Placement.Relative)
        {
            parent.Placed.Add(block);
        }
        else
        {
            places.Report(element, "'position: absolute' needs a parent with 'position: relative': its place is counted from there.");
        }
    }

    private Container ReadList(IElement list, Container box)
    {
        var number = 0;
        foreach (var node in list.ChildNodes)
        {
            if (node is IElement { LocalName: "li" } item)
            {
                box.Children.Add(ReadItem(item, box, list.LocalName == "ol" ? $"{++number}." : "•"));
            }
            else if (node is IElement || node is IText text && !IsBlank(text.Data))
            {
                places.Report(node as IElement ?? list, $"Only <li> may stand in a <{list.LocalName}>.");
            }
        }

        return box;
    }

    private Container ReadItem(IElement item, Container list, string marker)
    {
        places.CheckAttributes(item);
        return ReadContainer(item, new Container(styles.Read(item, list.Style)) { Marker = marker });
    }

    private void ReadInline(INode node, Container box, Style style, List<Inline> into)
    {
        if (node is IText text)
        {
            into.Add(ReadText(text, style));
        }

        if (node is not IElement element)
        {
            return;
        }

        if (!Elements.IsInline(element.LocalName))
        {
            places.Report(element, WhyNotInline(element));
            return;
        }

        places.CheckAttributes(element);
        ReadInlineElement(element, box, styles.Read(element, style), into);
    }

    private TextRun ReadText(IText text, Style style)
    {
        textCharacters += text.Data.Length;
        if (textCharacters > Limits.TextCharacters)
        {
            places.Report(text.ParentElement!, $"The document has more than {Limits.TextCharacters} characters of text.");
        }

        return new TextRun(text.Data, style);
    }

    private void ReadInlineElement(IElement element, Container box, Style style, List<Inline> into)
    {
        switch (element.LocalName)
        {
            case "br":
                into.Add(new LineBreak(style));
                break;
            case "img":
                AddImage(element, box, style, into);
                break;
            case var _ when style.Placement == Placement.Absolute:
                Place(element, ReadContainer(element, new Container(style)), box);
                break;
            default:
                foreach (var child in element.ChildNodes)
                {
                    ReadInline(child, box, style, into);
                }

                break;
        }
    }

    private void AddImage(IElement element, Container box, Style style, List<Inline> into)
    {
        if (images.Read(element) is not { } picture)
        {
            return;
        }

        if (style.Placement == Placement.Absolute)
        {
            Place(element, new PictureBlock(style, picture), box);
        }
        else
        {
            into.Add(new InlinePicture(picture, style));
        }
    }

    private static string WhyNotInline(IElement element) =>
        Elements.IsBlock(element.LocalName) ? $"A <{element.LocalName}> cannot stand inside a <{element.ParentElement!.LocalName}>."
        : element.LocalName is "li" ? "An <li> stands only in a <ul> or an <ol>."
        : $"The element <{element.LocalName}> is not in the document subset.";
}
