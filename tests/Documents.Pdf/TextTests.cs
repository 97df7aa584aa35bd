using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

public sealed class TextTests
{
    /// <summary>In pixels of the page picture: the margins of the page.</summary>
    private const int LeftMargin = 56;
    private const int RightMargin = 562;

    [Theory]
    [InlineData("АаБбВвГгҐґДдЕеЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЬьЮюЯя’")]
    [InlineData("АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя")]
    [InlineData("АаБбВвГгДдЕеЁёЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЫыЬьЭэЮюЯя")]
    [InlineData("№ 1 250,50 ₴ 100 ₸ 200 ₽ 300 € § «лапки» „кавычки“ — – …")]
    public async Task Every_letter_of_the_four_languages_can_be_read_back(string text)
    {
        var pdf = await Requests.PrintAsync($"<p>{text}</p><p><b>{text}</b></p><p><i>{text}</i></p><p><b><i>{text}</i></b></p>");

        await pdf.RequireSoundAsync();
        Assert.Equal(4, Count(Squeezed(await pdf.TextAsync()), Squeezed(text)));
    }

    [Fact]
    public async Task A_character_that_no_font_has_shows_as_a_box_and_is_still_read_back()
    {
        var pdf = await Requests.PrintAsync("<p style=\"font-size: 40pt; color: #ff0000\">\U0001F9FE\u6F22</p>");

        Assert.Contains("\U0001F9FE\u6F22", await pdf.TextAsync());
        Assert.True((await pdf.PictureAsync()).Count(255, 0, 0) > 50, "The boxes are not visible.");
    }

    [Fact]
    public async Task A_letter_and_its_mark_written_apart_are_joined()
    {
        var pdf = await Requests.PrintAsync("<p>и\u0306 і\u0308 е\u0308 И\u0306 І\u0308 Е\u0308</p>");

        Assert.Contains("й ї ё Й Ї Ё", await pdf.TextAsync());
    }

    [Fact]
    public async Task A_word_of_two_hundred_letters_is_broken_inside_the_margins()
    {
        var word = string.Concat(Enumerable.Repeat("Найменування", 17))[..200];

        var pdf = await Requests.PrintAsync($"<p>перед {word} після</p>");

        Assert.Contains(word, (await pdf.TextAsync()).Replace(" ", ""));
        Assert.False((await pdf.PictureAsync()).HasInkOutside(LeftMargin, RightMargin));
    }

    [Fact]
    public async Task A_no_break_space_holds_number_and_unit_on_one_line()
    {
        const string Filler = "Послуги хостингу";

        for (var words = 1; words < 12; words++)
        {
            var pdf = await Requests.PrintAsync($"<p style=\"width: 300px\">{string.Concat(Enumerable.Repeat(Filler + " ", words))}1\u00A0250,50\u00A0₴</p>");

            // The program prints a no-break space as a plain one.
            Assert.Contains("1 250,50 ₴", await pdf.PageTextAsync(1));
        }
    }

    [Fact]
    public async Task White_space_runs_together_and_line_breaks_stand()
    {
        var pdf = await Requests.PrintAsync("<p>\n  один\n  два<br>\n  три\t чотири  </p>");

        var lines = (await pdf.PageTextAsync(1)).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        Assert.Equal(["один два", "три чотири"], lines.Take(2));
    }

    [Fact]
    public async Task Text_stands_left_right_centred_and_justified()
    {
        var words = string.Join(' ', Enumerable.Repeat("███", 30));

        var pdf = await Requests.PrintAsync(
            "<p style=\"text-align: left; color: red\">█</p><p style=\"text-align: right; color: lime\">█</p>"
            + $"<p style=\"text-align: center; color: blue\">█</p><p style=\"text-align: justify; color: fuchsia\">{words}</p>");

        var picture = await pdf.PictureAsync();
        Assert.InRange(picture.BoundsOf(255, 0, 0)!.Value.Left, LeftMargin, LeftMargin + 6);
        Assert.InRange(picture.BoundsOf(0, 255, 0)!.Value.Right, RightMargin - 6, RightMargin);
        Assert.InRange(picture.BoundsOf(0, 0, 255)!.Value.Left, (LeftMargin + RightMargin) / 2 - 4, (LeftMargin + RightMargin) / 2 + 4);
        Assert.InRange(picture.BoundsOf(255, 0, 255)!.Value.Right, RightMargin - 2, RightMargin + 1);
    }

    private static string Squeezed(string text) => text.Replace(" ", "");

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "").Length) / part.Length;
}
