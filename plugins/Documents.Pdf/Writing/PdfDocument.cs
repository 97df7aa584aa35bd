using System.Globalization;
using System.Text;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>What the file says about itself.</summary>
internal sealed record PdfProperties(string Title, string Author, string Language, DateOnly Date);

/// <summary>Puts pages, resources and properties together.</summary>
internal static class PdfDocument
{
    private const string Producer = "BillingHeadless";

    public static byte[] Write(PdfProperties properties, IReadOnlyList<Canvas> pages, DrawnResources drawn)
    {
        var file = new PdfFile();
        var tree = file.Reserve();
        var contents = pages.Select(page => file.AddDeflated("", page.Finish())).ToList();
        var resources = file.Add(drawn.Write(file));
        var leaves = contents.Select(content => file.Add(Leaf(tree, resources, content))).ToList();
        file.Write(tree, $"<< /Type /Pages /Count {leaves.Count} /Kids [{string.Join(' ', leaves.Select(leaf => $"{leaf} 0 R"))}] >>");
        var metadata = file.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Metadata(properties)));
        var catalog = file.Add(
            $"<< /Type /Catalog /Version /1.7 /Pages {tree} 0 R /Lang {PdfText.String(properties.Language)} "
            + $"/Metadata {metadata} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        var date = properties.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var information = file.Add(
            $"<< /Title {PdfText.String(properties.Title)} /Author {PdfText.String(properties.Author)} "
            + $"/Producer ({Producer}) /CreationDate (D:{date}000000Z) /ModDate (D:{date}000000Z) >>");
        return file.Finish(catalog, information);
    }

    private static string Leaf(int tree, int resources, int content) =>
        $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfText.Number(Page.Width)} {PdfText.Number(Page.Height)}] "
        + $"/Resources {resources} 0 R /Contents {content} 0 R >>";

    private static string Metadata(PdfProperties properties)
    {
        var date = properties.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{PdfText.Xml(properties.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{PdfText.Xml(properties.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>{PdfText.Xml(properties.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><pdf:Producer>{Producer}</pdf:Producer>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }
}
