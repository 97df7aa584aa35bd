using System.Text;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Documents.Pdf;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

/// <summary>Hostile documents are refused with a sentence, soon, and nothing crashes.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Too_deep_nesting_is_refused() =>
        await RequireRefusal(string.Concat(Enumerable.Repeat("<div>", 100_000)), "deep in each other");

    [Fact]
    public async Task Deeply_nested_tables_within_the_bound_are_laid_out()
    {
        var open = string.Concat(Enumerable.Repeat("<table><tr><td>", Limits.NestingDepth - 2));

        var outcome = await GenerateAsync($"{open}дно{string.Concat(Enumerable.Repeat("</td></tr></table>", Limits.NestingDepth - 2))}");

        Assert.IsType<DocumentGenerated>(outcome);
    }

    [Fact]
    public async Task Too_many_tags_are_refused() => await RequireRefusal(string.Concat(Enumerable.Repeat("<br>", Limits.Tags + 1)), "tags");

    [Fact]
    public async Task Too_many_attributes_are_refused() =>
        await RequireRefusal($"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}"))}>", "attributes");

    [Fact]
    public async Task Too_many_characters_are_refused() => await RequireRefusal(new string('a', Limits.HtmlCharacters + 1), "characters");

    [Fact]
    public async Task Too_many_pages_are_refused() =>
        await RequireRefusal(string.Concat(Enumerable.Repeat("<p style=\"margin: 0; padding: 200mm 0 0 0\">a</p>", Limits.Pages + 1)), "pages");

    [Fact]
    public async Task Too_much_text_is_refused() => await RequireRefusal($"<p>{new string('a', Limits.TextCharacters + 1)}</p>", "characters of text");

    [Fact]
    public async Task Text_that_is_too_large_for_the_pages_is_refused() =>
        await RequireRefusal($"<p style=\"font-size: 40pt\">{string.Concat(Enumerable.Repeat("слово ", 20_000))}</p>", "pages");

    [Fact]
    public async Task A_box_that_is_higher_than_a_page_by_its_padding_is_refused() =>
        await RequireRefusal(string.Concat(Enumerable.Repeat("<div style=\"padding: 200mm 0 0 0\">", 3)) + "a</div></div></div>", "higher than a page");

    [Fact]
    public async Task Too_many_columns_are_refused() =>
        await RequireRefusal($"<table><tr>{string.Concat(Enumerable.Repeat("<td colspan=\"40\">a</td>", 2))}</tr></table>", "columns");

    [Fact]
    public async Task Too_many_images_are_refused() =>
        await RequireRefusal(string.Concat(Enumerable.Repeat($"<img src=\"{Drawings.Signature}\">", Limits.Images + 1)), "images");

    [Fact]
    public async Task Too_many_style_rules_are_refused() =>
        await RequireRefusal($"<style>{string.Concat(Enumerable.Range(0, Limits.StyleRules + 1).Select(i => $".a{i} {{ color: red }}"))}</style>", "style rules");

    [Fact]
    public async Task Too_many_different_characters_are_refused()
    {
        var letters = new StringBuilder();
        for (var code = 0x20000; code < 0x20000 + Limits.CharactersPerFont + 1; code++)
        {
            letters.Append(new Rune(code));
        }

        await RequireRefusal($"<p style=\"font-size: 6pt\">{letters}</p>", "different characters");
    }

    [Fact]
    public async Task Only_so_many_problems_are_listed() =>
        Assert.Equal(Limits.Problems, (await Requests.CheckAsync(string.Concat(Enumerable.Repeat("<u>a</u>", 1_000)))).Count);

    [Fact]
    public async Task A_cancelled_call_ends_at_once()
    {
        await using var generator = new PdfDocumentGenerator();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await generator.GenerateAsync(Requests.For("<p>a</p>"), new TestHost(), cancelled.Token));
    }

    /// <summary>Shuffled pieces of markup: whatever comes out, the answer is a file or a refusal.</summary>
    [Fact]
    public async Task Shuffled_markup_never_crashes()
    {
        const int Seed = 20260131;
        string[] pieces =
        [
            "<p>", "</p>", "<div style=\"position: relative\">", "</div>", "<table>", "<tr>", "<td>", "<td colspan=\"3\" style=\"width: 10%\">", "</table>",
            "<thead>", "<tbody>", "<ul>", "<li>", "</ul>", "<b>", "</b>", "<br>", "<hr>", "text ", "№ 1 250,50 ₴ ", "&amp;", "&#0;", "<!-- x -->", "\u0000", "\uD800",
            $"<img src=\"{Drawings.Signature}\" style=\"width: 50%\">", "<span style=\"position: absolute; left: 5pt\">", "</span>", "<style>p{}</style>",
            "<p style=\"margin: 250mm 0; padding: 100mm\">", "<div style=\"width: 0; font-size: 144pt\">", "<td style=\"padding: 300mm\">", "<![CDATA[", "<", "\"",
        ];
        var random = new Random(Seed);
        await using var generator = new PdfDocumentGenerator();
        var made = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var outcome = await generator.GenerateAsync(Requests.For(html), new TestHost(), CancellationToken.None);
            Assert.True(outcome is DocumentGenerated or DocumentRefused, $"Seed {Seed}, document {i}: {html}");
            made += outcome is DocumentGenerated ? 1 : 0;
        }

        Assert.InRange(made, 100, 1_900);
    }

    private static async Task RequireRefusal(string html, string named)
    {
        var refused = Assert.IsType<DocumentRefused>(await GenerateAsync(html));

        Assert.Contains(refused.Problems, problem => problem.Text.Contains(named));
    }

    private static async Task<DocumentOutcome> GenerateAsync(string html)
    {
        await using var generator = new PdfDocumentGenerator();
        return await generator.GenerateAsync(Requests.For(html), new TestHost(), CancellationToken.None);
    }
}
