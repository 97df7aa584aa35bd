using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Documents.Pdf;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

/// <summary>What is outside the subset is refused with its place and a sentence (ruling 24).</summary>
public sealed class SubsetTests
{
    [Theory]
    [InlineData("<p>a</p>\n  <script>alert(1)</script>", 2, 3, "<script>")]
    [InlineData("<p>a <em>b</em></p>", 1, 6, "<em>")]
    [InlineData("<p><a href=\"https://example.com\">b</a></p>", 1, 4, "<a>")]
    [InlineData("<form><input></form>", 1, 1, "<form>")]
    [InlineData("<h4>a</h4>", 1, 1, "<h4>")]
    [InlineData("<p onclick=\"run()\">a</p>", 1, 4, "'onclick'")]
    [InlineData("<table><tr><td rowspan=\"2\">a</td></tr></table>", 1, 16, "'rowspan'")]
    [InlineData("<link rel=\"stylesheet\" href=\"a.css\">", 1, 1, "<link>")]
    [InlineData("<table><caption>a</caption></table>", 1, 8, "<caption>")]
    [InlineData("<ul><p>a</p></ul>", 1, 5, "<li>")]
    [InlineData("<span><div>a</div></span>", 1, 7, "<div>")]
    [InlineData("<p>a</p><li>b</li>", 1, 9, "<li>")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0; url=https://example.com\">", 1, 7, "'http-equiv'")]
    [InlineData("<html manifest=\"a\"><body>b</body></html>", 1, 7, "'manifest'")]
    public Task An_unknown_element_or_attribute_is_refused(string html, int line, int column, string named) => RequireProblem(html, line, column, named);

    [Theory]
    [InlineData("<p style=\"color: red; float: left\">a</p>", 1, 23, "'float'")]
    [InlineData("<p style=\"color: reddish\">a</p>", 1, 11, "'reddish'")]
    [InlineData("<p style=\"margin: -1px\">a</p>", 1, 11, "'-1px'")]
    [InlineData("<p style=\"margin: 1px 2px 3px 4px 5px\">a</p>", 1, 11, "'margin'")]
    [InlineData("<p style=\"font-size: 900pt\">a</p>", 1, 11, "'900pt'")]
    [InlineData("<p style=\"width: calc(1px + 1px)\">a</p>", 1, 11, "'width'")]
    [InlineData("<p style=\"border: 1px dotted red\">a</p>", 1, 11, "'border'")]
    [InlineData("<p style=\"background-color: url(https://example.com)\">a</p>", 1, 11, "'background-color'")]
    [InlineData("<p style=\"red\">a</p>", 1, 11, "'red'")]
    [InlineData("<style>p { color: red }\n.a:hover { color: blue }</style>", 2, 1, "'.a:hover'")]
    [InlineData("<style>p { color: red }\n.a { display: none }</style>", 2, 6, "'display'")]
    [InlineData("<style>@import 'a.css';</style>", 1, 8, "selector")]
    [InlineData("<style>p { color: red</style>", 1, 8, "style rule")]
    public Task An_unknown_style_is_refused(string html, int line, int column, string named) => RequireProblem(html, line, column, named);

    [Theory]
    [InlineData("<p>a <span style=\"margin: 1pt\">b</span></p>", 1, 19, "'margin'")]
    [InlineData("<table><tr><td style=\"margin: 1pt\">a</td></tr></table>", 1, 23, "'margin'")]
    [InlineData("<p style=\"vertical-align: middle\">a</p>", 1, 11, "'vertical-align'")]
    [InlineData("<table style=\"padding: 1pt\"><tr><td>a</td></tr></table>", 1, 15, "'padding'")]
    [InlineData("<div style=\"position: relative\"><ul><li style=\"position: absolute\">a</li></ul></div>", 1, 48, "'position: absolute'")]
    public Task A_style_that_would_do_nothing_is_refused(string html, int line, int column, string named) => RequireProblem(html, line, column, named);

    [Theory]
    [InlineData("<div><b>a</div>", 1, 10)]
    [InlineData("<p>a</p></div>", 1, 9)]
    [InlineData("<table><div>a</div><tr><td>b</td></tr></table>", 1, 8)]
    [InlineData("<div>a", 1, 7)]
    public async Task Tags_that_do_not_match_are_refused(string html, int line, int column)
    {
        var problems = await Requests.CheckAsync(html);

        Assert.Contains(problems, problem => (problem.Line, problem.Column) == (line, column) && problem.Text.StartsWith("This is not well-formed HTML"));
    }

    [Fact]
    public async Task All_mistakes_are_named_in_the_order_of_the_text()
    {
        var problems = await Requests.CheckAsync("<p style=\"float: left\">a</p>\n<u>b</u>\n<p id=\"x\">c</p>");

        Assert.Equal([(1, 11), (2, 1), (3, 4)], problems.Select(problem => (problem.Line, problem.Column)));
    }

    [Fact]
    public async Task A_document_outside_the_subset_is_not_made()
    {
        await using var generator = new PdfDocumentGenerator();

        var outcome = await generator.GenerateAsync(Requests.For("<video></video>"), new TestHost(), CancellationToken.None);

        Assert.Equal((1, 1), Assert.IsType<DocumentRefused>(outcome).Problems.Select(problem => (problem.Line, problem.Column)).Single());
    }

    [Fact]
    public async Task Everything_in_the_subset_is_accepted()
    {
        var problems = await Requests.CheckAsync(
            $$"""
            <!doctype html>
            <html lang="uk">
            <head><meta charset="utf-8"><title>Акт</title>
            <style>
              /* a comment */
              body { font-family: "DejaVu Sans", sans-serif; font-size: 10pt; line-height: 1.3 }
              td, .sum { padding: 1mm 2mm; border: 0.5pt solid #888 }
              td.sum { text-align: right; white-space: nowrap; overflow-wrap: anywhere; vertical-align: bottom; background-color: rgb(240, 240, 240) }
            </style></head>
            <body>
              <h1>a</h1><h2>b</h2><h3>c</h3>
              <p class="x" lang="en" style="margin: 1em 0; text-align: justify; color: #333">d<br>e <b>f</b> <i>g</i> <span style="font-size: 80%">h</span></p>
              <ul><li>i</li></ul><ol><li>j</li></ol><hr style="border-top: 1pt solid red; width: 50%">
              <table width="100%" style="border-collapse: collapse; page-break-inside: avoid">
                <thead><tr><th width="30%">k</th><th>l</th></tr></thead>
                <tbody><tr style="background-color: silver"><td colspan="2" class="sum" style="height: 5mm">m</td></tr></tbody>
              </table>
              <div style="position: relative; height: 3cm; border-left: thick solid red">
                <img src="{{Drawings.Seal}}" alt="seal" width="60" style="position: absolute; left: 10%; top: -2mm">
                <span style="position: absolute; left: 3em; top: 1em; font-weight: 700; font-style: italic">n</span>
              </div>
              <!-- a comment --> R&D &amp; &nbsp; 1 < 2
            </body></html>
            """);

        Assert.Empty(problems);
    }

    private static async Task RequireProblem(string html, int line, int column, string named)
    {
        var problems = await Requests.CheckAsync(html);

        Assert.Contains(problems, problem => (problem.Line, problem.Column) == (line, column) && problem.Text.Contains(named));
    }
}
