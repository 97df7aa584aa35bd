using System.Text.RegularExpressions;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

public sealed partial class PageTests
{
    private const int LongNameLetters = 200;

    [Fact]
    public async Task Forty_lines_with_long_names_repeat_the_head_and_keep_rows_whole()
    {
        var names = Enumerable.Range(1, 40).Select(LongName).ToList();
        var rows = names.Select((name, i) => $"<tr><td>{i + 1}</td><td>{name}</td><td>end{i + 1}.</td></tr>");

        var pdf = await Requests.PrintAsync(
            $"<table style=\"width: 100%\"><thead><tr><th>№</th><th>Найменування</th><th>Сума</th></tr></thead>{string.Concat(rows)}</table>");

        await pdf.RequireSoundAsync();
        Assert.InRange(pdf.Pages, 2, 6);
        var text = Squeezed(await pdf.TextAsync());
        Assert.All(names, name => Assert.Contains(Squeezed(name), text));
        for (var page = 1; page <= pdf.Pages; page++)
        {
            var onPage = await pdf.PageTextAsync(page);
            Assert.Single(Head().Matches(onPage));
            AssertRowsAreWhole(names, onPage);
            Assert.False((await pdf.PictureAsync(page)).HasInkOutside(56, 562));
        }
    }

    [Fact]
    public async Task A_row_that_is_higher_than_a_page_goes_on_below_the_repeated_head()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3_000).Select(i => $"w{i}."));

        var pdf = await Requests.PrintAsync($"<table><thead><tr><th>Найменування</th></tr></thead><tr><td>{words}</td></tr></table>");

        Assert.True(pdf.Pages > 1);
        Assert.Equal(pdf.Pages, Head().Matches(await pdf.TextAsync()).Count);
        var printed = Number().Matches(await pdf.TextAsync()).Select(match => match.Value);
        Assert.Equal(Enumerable.Range(1, 3_000).Select(i => $"w{i}."), printed);
    }

    [Theory]
    [InlineData("uk", "Сторінка 1 з 2", "Сторінка 2 з 2")]
    [InlineData("en", "Page 1 of 2", "Page 2 of 2")]
    [InlineData("ru", "Страница 1 из 2", "Страница 2 из 2")]
    [InlineData("kk", "2 беттің 1-беті", "2 беттің 2-беті")]
    public async Task The_footer_counts_the_pages_in_the_language_of_the_document(string language, string first, string second)
    {
        var pdf = await Requests.PrintAsync(string.Concat(Enumerable.Repeat("<p>рядок</p>", 40)), language);

        Assert.Equal(2, pdf.Pages);
        Assert.Contains(first, await pdf.PageTextAsync(1));
        Assert.Contains(second, await pdf.PageTextAsync(2));
    }

    [Fact]
    public async Task What_must_not_break_goes_to_the_next_page_as_a_whole()
    {
        var pdf = await Requests.PrintAsync(
            Paragraphs(26) + "<div style=\"page-break-inside: avoid\"><p>підпис</p><p>печатка</p><p>дата</p><p>місце</p><p>кінець</p></div>");

        Assert.Equal(2, pdf.Pages);
        Assert.DoesNotContain("підпис", await pdf.PageTextAsync(1));
        Assert.Contains("підпис", await pdf.PageTextAsync(2));
        Assert.Contains("кінець", await pdf.PageTextAsync(2));
    }

    [Fact]
    public async Task A_heading_is_never_the_last_on_a_page()
    {
        for (var before = 20; before < 30; before++)
        {
            var pdf = await Requests.PrintAsync($"{Paragraphs(before)}<h2>Заголовок</h2><p>Текст під ним</p>");

            var page = (await pdf.PageTextAsync(1)).Contains("Заголовок") ? 1 : 2;
            Assert.Contains("Текст під ним", await pdf.PageTextAsync(page));
        }
    }

    [Fact]
    public async Task No_line_of_a_paragraph_stands_alone()
    {
        for (var before = 20; before < 30; before++)
        {
            var pdf = await Requests.PrintAsync($"{Paragraphs(before)}<p>l1.<br>l2.<br>l3.<br>l4.<br>l5.</p>");

            for (var page = 1; page <= pdf.Pages; page++)
            {
                Assert.NotEqual(1, LineNumber().Count(await pdf.PageTextAsync(page)));
            }
        }
    }

    [Fact]
    public async Task Columns_take_their_per_cent_and_share_the_rest_by_content()
    {
        var pdf = await Requests.PrintAsync(
            """
            <table style="width: 100%">
              <tr><td style="width: 50%; background-color: red">a</td><td style="background-color: lime">короткий</td>
              <td style="background-color: blue">значно довший текст клітинки</td></tr>
            </table>
            """);

        var picture = await pdf.PictureAsync();
        var (half, little, more) = (picture.BoundsOf(255, 0, 0)!.Value, picture.BoundsOf(0, 255, 0)!.Value, picture.BoundsOf(0, 0, 255)!.Value);
        Assert.InRange(half.Right - half.Left, 247, 255);
        Assert.True(more.Right - more.Left > little.Right - little.Left);
        Assert.InRange(more.Right, 558, 562);
    }

    [Fact]
    public async Task A_cell_over_two_columns_reaches_over_both()
    {
        var pdf = await Requests.PrintAsync(
            """
            <table style="width: 100%">
              <tr><td style="width: 30%">a</td><td style="width: 30%">b</td><td>c</td></tr>
              <tr><td colspan="2" style="background-color: red">разом</td><td>d</td></tr>
            </table>
            """);

        var span = (await pdf.PictureAsync()).BoundsOf(255, 0, 0)!.Value;
        Assert.InRange(span.Right - span.Left, 298, 306);
    }

    [GeneratedRegex("Найменування")]
    private static partial Regex Head();

    [GeneratedRegex(@"w\d+\.")]
    private static partial Regex Number();

    [GeneratedRegex(@"l\d\.")]
    private static partial Regex LineNumber();

    private static string LongName(int number) =>
        $"first{number}. {string.Concat(Enumerable.Repeat("Послуга з дуже довгою назвою ", 9))}"[..(LongNameLetters - 10)] + $" last{number}.";

    private static string Paragraphs(int count) => string.Concat(Enumerable.Repeat("<p>рядок</p>", count));

    private static string Squeezed(string text) => text.Replace(" ", "");

    private static void AssertRowsAreWhole(List<string> names, string page)
    {
        for (var i = 1; i <= names.Count; i++)
        {
            Assert.Equal(page.Contains($"first{i}."), page.Contains($"last{i}."));
            Assert.Equal(page.Contains($"first{i}."), page.Contains($"end{i}."));
        }
    }
}
