using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Images;
using BillingHeadless.Plugins.Documents.Pdf.Layout;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf;

/// <summary>Lays out the document subset of HTML as a PDF with the fonts of the machine. README.md states the subset.</summary>
public sealed class PdfDocumentGenerator : IDocumentGenerator
{
    private readonly FontLibrary library;
    private readonly PictureReader pictures = new(new PictureCache());

    public PdfDocumentGenerator()
        : this(FontLibrary.OfThisMachine())
    {
    }

    internal PdfDocumentGenerator(FontLibrary fonts) => library = fonts;

    public DocumentCard Describe() => new("pdf", "application/pdf", ReadsHtml: true);

    public ValueTask<GeneratorReadiness> CheckReadinessAsync(IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult(library.Find(host.Log) is null
            ? new GeneratorReadiness(false, FontLibrary.Mend)
            : new GeneratorReadiness(true, null));

    public ValueTask<IReadOnlyList<DocumentProblem>> CheckHtmlAsync(string html, IPluginHost host, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        HtmlReader.Read(html, pictures, out var problems);
        return ValueTask.FromResult(problems);
    }

    public ValueTask<DocumentOutcome> GenerateAsync(DocumentRequest request, IPluginHost host, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Generate(request, host.Log, cancel));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private DocumentOutcome Generate(DocumentRequest request, IPluginLog log, CancellationToken cancel)
    {
        if (HtmlReader.Read(request.Html, pictures, out var problems) is not { } body)
        {
            return new DocumentRefused(problems);
        }

        if (library.Find(log) is not { } fonts)
        {
            return new DocumentWaits(FontLibrary.Mend);
        }

        try
        {
            return Print(request, body, fonts, cancel);
        }
        catch (DocumentOutOfBoundsException outOfBounds)
        {
            return Refused(outOfBounds.Message);
        }
        catch (InvalidDataException damagedFont)
        {
            return new DocumentWaits($"A font of this machine is damaged: install it anew. {damagedFont.Message}");
        }
        catch (OverflowException)
        {
            return Refused($"The document is longer than {Limits.Pages} pages.");
        }
    }

    private static DocumentRefused Refused(string problem) => new([new DocumentProblem(1, 1, problem)]);

    private static DocumentGenerated Print(DocumentRequest request, Container body, FontChain fonts, CancellationToken cancel)
    {
        var layout = new DocumentLayout(fonts, cancel);
        var pages = Paginator.Cut(layout.Lay(body, Page.ContentWidth), cancel);
        var drawn = new DrawnResources();
        var footer = new Footer(fonts, request.Title, request.Language);
        var canvases = new List<Canvas>();
        foreach (var page in pages)
        {
            var canvas = new Canvas(drawn);
            page.Draw(canvas, Page.Left + page.Indent, Page.Top);
            footer.Draw(canvas, canvases.Count + 1, pages.Count);
            canvases.Add(canvas);
        }

        var properties = new PdfProperties(request.Title, request.Seller.Name, request.Language, request.IssuedOn);
        return new DocumentGenerated(PdfDocument.Write(properties, canvases, drawn), pages.Count);
    }
}
