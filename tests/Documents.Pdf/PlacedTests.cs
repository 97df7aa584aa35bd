using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

public sealed class PlacedTests
{
    [Fact]
    public async Task The_seal_lies_over_the_signature_and_lets_it_shine_through()
    {
        var pdf = await Requests.PrintAsync(
            $"""
            <div style="position: relative; height: 100pt">
              <p style="margin: 0"><img src="{Drawings.Signature}" style="width: 100pt; height: 40pt"></p>
              <img src="{Drawings.Seal}" style="position: absolute; left: 50pt; top: 0; width: 80pt">
            </div>
            """);

        var picture = await pdf.PictureAsync();
        var seal = picture.BoundsOf(127, 127, 227)!.Value;
        Assert.InRange(seal.Right - seal.Left, 76, 82);
        Assert.True(picture.Count(0, 100, 0) > 100, "The signature beside the seal is not there.");
        Assert.True(picture.Count(0, 50, 100) > 100, "Where the half-transparent seal covers the signature, both colours must mix.");
    }

    [Fact]
    public async Task What_is_placed_covers_text_that_comes_later()
    {
        var cover = Png.Address(Png.Painted(8, 8, (_, _) => (255, 0, 0, 255)));
        const string Later = "<p style=\"margin: 0; background-color: #00ff00\">далі</p>";

        var pdf = await Requests.PrintAsync(
            $"<div style=\"position: relative\"><p style=\"margin: 0\">рядок</p><img src=\"{cover}\" style=\"position: absolute; left: 0; top: 0; width: 40pt; height: 60pt\"></div>{Later}");

        var red = (await pdf.PictureAsync()).BoundsOf(255, 0, 0)!.Value;
        Assert.InRange(red.Bottom - red.Top, 57, 61);
    }

    [Fact]
    public async Task A_placed_layer_is_never_torn_from_what_it_lies_on()
    {
        var seal = $"<img src=\"{Drawings.Seal}\" style=\"position: absolute; left: 10pt; top: 10pt; width: 80pt\">";
        var lines = string.Concat(Enumerable.Repeat("<p>рядок</p>", 26));

        var pdf = await Requests.PrintAsync($"{lines}<div style=\"position: relative\"><p>a</p><p>b</p><p>c</p><p>Директор</p>{seal}</div>");

        Assert.Equal(2, pdf.Pages);
        Assert.Null((await pdf.PictureAsync(1)).BoundsOf(127, 127, 227));
        Assert.NotNull((await pdf.PictureAsync(2)).BoundsOf(127, 127, 227));
        Assert.Contains("Директор", await pdf.PageTextAsync(2));
    }

    [Fact]
    public async Task A_cell_can_be_the_frame_of_a_placed_layer()
    {
        var pdf = await Requests.PrintAsync(
            $"""
            <table style="width: 100%"><tr><td style="width: 50%">Виконавець</td>
            <td style="position: relative; height: 90pt">Замовник<img src="{Drawings.Seal}" style="position: absolute; left: 20pt; top: 5pt; width: 80pt"></td></tr></table>
            """);

        var seal = (await pdf.PictureAsync()).BoundsOf(127, 127, 227)!.Value;
        Assert.InRange(seal.Left, 328, 334);
    }

    [Fact]
    public async Task A_placed_thing_needs_a_frame()
    {
        var problems = await Requests.CheckAsync($"<p>a</p>\n<div><img style=\"position: absolute\" src=\"{Drawings.Seal}\"></div>");

        var problem = Assert.Single(problems);
        Assert.Equal((2, 6), (problem.Line, problem.Column));
        Assert.Contains("position: relative", problem.Text);
    }
}
