using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Documents.Pdf;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

public sealed class FileTests
{
    [Fact]
    public async Task The_same_request_gives_the_same_bytes_from_any_generator()
    {
        var html = $"<h1>Акт</h1><p>Текст <b>і</b> <i>ще</i></p><img src=\"{Drawings.Seal}\">";

        var first = await Requests.PrintAsync(html);
        var second = await Requests.PrintAsync(html);

        Assert.Equal(first.Content, second.Content);
    }

    [Fact]
    public async Task Many_threads_share_one_generator()
    {
        await using var generator = new PdfDocumentGenerator();
        var html = $"<p>Акт</p><img src=\"{Drawings.Seal}\">";
        var expected = await Requests.PrintAsync(html);

        var files = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Requests.PrintAsync(generator, Requests.For(html)))));

        Assert.All(files, file => Assert.Equal(expected.Content, file.Content));
    }

    [Fact]
    public async Task The_file_names_its_title_language_date_and_maker()
    {
        var pdf = await Requests.PrintAsync("<p>Текст</p>", "kk");

        await pdf.RequireSoundAsync();
        var information = await pdf.InformationAsync();
        Assert.Contains("Акт № 2026-000042", information);
        Assert.Contains("ТОВ «Продавець»", information);
        Assert.Contains("Jan 31 00:00:00 2026", information);
        Assert.Contains("A4", information);
        Assert.Contains("PDF version:     1.7", information);
        Assert.Contains("/Lang (kk)", await pdf.ObjectsAsync());
    }

    [Fact]
    public async Task Fonts_are_embedded_in_part_and_streams_compressed()
    {
        var pdf = await Requests.PrintAsync("<p>Текст <b>жирний</b></p>");

        var fonts = (await pdf.FontsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, fonts.Count);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes", font));
        Assert.True(pdf.Content.Length < 30_000, $"{pdf.Content.Length} bytes for three words.");
    }

    [Fact]
    public async Task An_empty_document_is_one_empty_page()
    {
        var pdf = await Requests.PrintAsync("");

        await pdf.RequireSoundAsync();
        Assert.Equal(1, pdf.Pages);
    }

    [Fact]
    public void It_declares_that_it_lays_out_html_as_pdf() =>
        Assert.Equal(new DocumentCard("pdf", "application/pdf", ReadsHtml: true), new PdfDocumentGenerator().Describe());
}
