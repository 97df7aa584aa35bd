using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf.Templates;

/// <summary>The act and the invoice as they ship, from template and sample data to the words and pixels of the PDF (rule A9).</summary>
public sealed class DocumentTemplateTests
{
    private const int LeftMargin = 56;
    private const int RightMargin = 562;
    private const int LongNameLetters = 200;

    public static IEnumerable<object[]> Documents => from name in new[] { "act", "invoice" } from language in Languages select new object[] { name, language };

    private static string[] Languages => ["uk", "en", "ru", "kk"];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_requisite_line_total_and_word_is_in_the_text(string name, string language)
    {
        var sample = new DocumentSample(name, language);

        var pdf = await sample.PrintAsync();

        await pdf.RequireSoundAsync();
        Assert.Equal(1, pdf.Pages);
        var text = Squeezed(await pdf.TextAsync());
        var seller = sample.Texts("seller").Except(name == "act" ? [] : [sample.Text("seller.position")]);
        var buyer = ((Dictionary<string, object?>)sample.Data["buyer"]!).Where(fact => name == "act" || fact.Key is not ("iban" or "bank")).Select(fact => (string)fact.Value!);
        var lines = sample.Lines.Cast<Dictionary<string, object?>>()
            .SelectMany(line => new[] { "name", "unit", "quantity", "price_text", "net_text" }.Select(fact => (string)line[fact]!));
        string[] totals = [sample.Text("total_text"), sample.Text("total_in_words"), sample.Text("document.number"), sample.Text("document.date_text")];
        Assert.All([.. seller, .. buyer, .. lines, .. totals], fact => Assert.Contains(Squeezed(fact), text));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Forty_lines_with_names_of_two_hundred_letters_go_over_pages(string name, string language)
    {
        var sample = new DocumentSample(name, language);
        var names = WithManyLines(sample);

        var pdf = await sample.PrintAsync();

        await pdf.RequireSoundAsync();
        Assert.InRange(pdf.Pages, 3, 7);
        var text = Squeezed(await pdf.TextAsync());
        Assert.All(names, line => Assert.Contains(Squeezed(line), text));
        for (var page = 1; page < pdf.Pages; page++)
        {
            Assert.Contains(sample.Text("texts.lines.quantity"), await pdf.PageTextAsync(page));
            Assert.False((await pdf.PictureAsync(page)).HasInkOutside(LeftMargin, RightMargin));
        }
    }

    [Theory]
    [InlineData("uk", "ПДВ 20 %", "у т. ч. ПДВ")]
    [InlineData("kk", "ҚҚС 16 %", "оның ішінде ҚҚС")]
    public async Task Tax_is_shown_by_group_and_in_the_total(string language, string group, string total)
    {
        var text = await (await new DocumentSample("act", language).PrintAsync()).TextAsync();

        Assert.Contains(group, text);
        Assert.Contains(total, text);
    }

    [Theory]
    [InlineData("en", "without VAT")]
    [InlineData("ru", "без НДС")]
    public async Task Without_a_tax_group_the_document_says_so(string language, string words)
    {
        var text = await (await new DocumentSample("act", language).PrintAsync()).TextAsync();

        Assert.Contains(words, text);
        Assert.DoesNotContain("%", text);
    }

    [Fact]
    public async Task The_seal_lies_over_the_signature_and_both_are_left_out_when_there_are_none()
    {
        var sample = new DocumentSample("act", "uk");
        sample.Data["images"] = new Dictionary<string, object?> { ["signature"] = Drawings.Signature, ["seal"] = Drawings.Seal };

        var signed = await (await sample.PrintAsync()).PictureAsync();
        sample.Data["images"] = new Dictionary<string, object?>();
        var unsigned = await (await sample.PrintAsync()).PictureAsync();

        Assert.True(signed.Count(0, 100, 0) > 300, "No signature.");
        Assert.True(signed.Count(127, 127, 227) > 3_000, "No seal.");
        Assert.True(signed.Count(0, 50, 100) > 300, "The seal does not lie over the signature.");
        Assert.Equal(0, unsigned.Count(127, 127, 227) + unsigned.Count(0, 100, 0));
    }

    [Fact]
    public async Task A_changed_template_changes_the_file()
    {
        var sample = new DocumentSample("act", "uk");

        var before = await Requests.PrintAsync(sample.Render());
        var after = await Requests.PrintAsync(sample.Render(source => source.Replace("</h1>", " змінено</h1>")));

        Assert.NotEqual(before.Content, after.Content);
        Assert.Contains("змінено", await after.TextAsync());
    }

    [Theory]
    [InlineData("cancellation", "скасовано акт № 2026-000007 від 3 січня 2026 р.")]
    [InlineData("correction", "замінює акт № 2026-000007 від 3 січня 2026 р.")]
    public async Task A_later_act_names_the_one_that_it_takes_back_or_replaces(string variant, string words)
    {
        var sample = new DocumentSample("act", "uk");
        ((Dictionary<string, object?>)sample.Data["document"]!)["variant"] = variant;
        sample.Data["replaces"] = new Dictionary<string, object?> { ["number"] = "2026-000007", ["date_text"] = "3 січня 2026 р." };

        Assert.Contains(words, await (await sample.PrintAsync()).TextAsync());
    }

    [Fact]
    public async Task Markup_in_the_data_stays_text()
    {
        var sample = new DocumentSample("act", "uk");
        ((Dictionary<string, object?>)sample.Data["buyer"]!)["name"] = "ТОВ <script>alert('x')</script> & Ко";

        Assert.Contains("ТОВ <script>alert('x')</script> & Ко", await (await sample.PrintAsync()).TextAsync());
    }

    [Fact]
    public void The_four_languages_have_the_same_texts()
    {
        var keys = Languages.Select(language => KeysOf(new DocumentSample("act", language).Data["texts"])).ToList();

        Assert.All(keys, others => Assert.Equal(keys[0], others));
    }

    private static IEnumerable<string> KeysOf(object? texts) => texts is Dictionary<string, object?> members
        ? members.OrderBy(member => member.Key, StringComparer.Ordinal).SelectMany(member => KeysOf(member.Value).Prepend(member.Key))
        : [];

    /// <summary>Forty lines; the eighth is one word without a space.</summary>
    private static List<string> WithManyLines(DocumentSample sample)
    {
        var first = (Dictionary<string, object?>)sample.Lines[0]!;
        var name = string.Concat(Enumerable.Repeat((string)first["name"]! + " ", 10));
        var names = Enumerable.Range(1, 40)
            .Select(i => i == 8 ? new string('Ж', LongNameLetters) : $"{i}) {name}"[..LongNameLetters])
            .ToList();
        sample.Data["lines"] = names.Select(object? (line) => new Dictionary<string, object?>(first) { ["name"] = line }).ToList();
        return names;
    }

    private static string Squeezed(string text) => text.Replace(" ", "").Replace("\u00A0", "");
}
