using System.Buffers.Binary;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

/// <summary>Each image is two pixels wide and two high: red, green / blue, white, as far as its kind has colours.</summary>
public sealed class ImageTests
{
    private static readonly byte[] FourColours = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];

    [Fact]
    public async Task Rgb() => await RequireFourColours(Png.File(2, 2, 8, 2, [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255]));

    [Fact]
    public async Task Rgb_of_sixteen_bits() => await RequireFourColours(Png.File(
        2, 2, 16, 2, [0, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]));

    [Fact]
    public async Task Rgb_with_opacity() => await RequireFourColours(
        Png.File(2, 2, 8, 6, [0, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255, 255]));

    [Fact]
    public async Task Rgb_with_a_transparent_colour() => await RequireFourColours(
        Png.File(2, 2, 8, 2, [0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 1, 2, 3], transparency: [0, 1, 0, 2, 0, 3]));

    [Theory]
    [InlineData(1, new byte[] { 0, 0x40, 0, 0x80 }, new byte[] { 255, 0, 0, 0, 255, 0 }, true)]
    [InlineData(2, new byte[] { 0, 0x10, 0, 0xB0 }, null, false)]
    [InlineData(4, new byte[] { 0, 0x01, 0, 0x23 }, null, false)]
    [InlineData(8, new byte[] { 0, 0, 1, 0, 2, 3 }, null, false)]
    public async Task Palette_of_each_depth(int depth, byte[] rows, byte[]? palette, bool twoColours)
    {
        var png = Png.File(2, 2, depth, 3, rows, palette ?? FourColours);

        var picture = await PaintAsync(png);

        Assert.True(picture.Count(255, 0, 0) > 500);
        Assert.True(picture.Count(0, 255, 0) > 500);
        Assert.Equal(twoColours, picture.Count(0, 0, 255) == 0);
    }

    [Fact]
    public async Task Palette_with_opacity()
    {
        var picture = await PaintAsync(Png.File(2, 2, 8, 3, [0, 0, 1, 0, 2, 3], FourColours, transparency: [255, 0, 128]));

        Assert.True(picture.Count(255, 0, 0) > 500);
        Assert.Equal(0, picture.Count(0, 255, 0));
        Assert.True(picture.Count(127, 127, 255) > 500);
    }

    [Theory]
    [InlineData(1, new byte[] { 0, 0x40, 0, 0x80 })]
    [InlineData(8, new byte[] { 0, 0, 255, 0, 255, 0 })]
    public async Task Grey_of_one_and_eight_bits(int depth, byte[] rows)
    {
        var picture = await PaintAsync(Png.File(2, 2, depth, 0, rows));

        Assert.InRange(picture.Count(0, 0, 0), 4_500, 5_200);
    }

    [Fact]
    public async Task Grey_with_opacity()
    {
        var picture = await PaintAsync(Png.File(2, 2, 8, 4, [0, 0, 255, 0, 128, 0, 0, 0, 0, 0]));

        Assert.InRange(picture.Count(0, 0, 0), 2_200, 2_600);
        Assert.InRange(picture.Count(127, 127, 127), 2_200, 2_600);
    }

    [Fact]
    public async Task Every_row_filter()
    {
        // Four columns grey, five rows, each row with another filter; the pixels come out as 10, 20, 30, 40 in every row.
        byte[] rows = [0, 10, 20, 30, 40, 1, 10, 10, 10, 10, 2, 0, 0, 0, 0, 3, 5, 5, 5, 5, 4, 0, 0, 0, 0];

        var picture = await PaintAsync(Png.File(4, 5, 8, 0, rows));

        foreach (var grey in new[] { 10, 20, 30, 40 })
        {
            Assert.InRange(picture.Count(grey, grey, grey, 3), 2_200, 2_700);
        }
    }

    [Fact]
    public async Task Interlaced()
    {
        // In a two by two image only the first, sixth and seventh of the seven grids have pixels.
        byte[] rows = [0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255];

        await RequireFourColours(Png.File(2, 2, 8, 2, rows, interlaced: true));
    }

    [Fact]
    public async Task A_jpeg_goes_into_the_file_as_it_is()
    {
        var pdf = await Requests.PrintAsync($"<img src=\"data:image/jpeg;base64,{Convert.ToBase64String(Jpeg.GreyField)}\" style=\"width: 100pt\">");

        await pdf.RequireSoundAsync();
        Assert.True(pdf.Content.AsSpan().IndexOf(Jpeg.GreyField) > 0);
        Assert.InRange((await pdf.PictureAsync()).Count(128, 128, 128), 9_000, 11_000);
    }

    [Fact]
    public async Task An_image_is_drawn_once_however_often_it_is_used()
    {
        var image = $"<img src=\"{Drawings.Seal}\" style=\"width: 20pt\">";

        var once = await Requests.PrintAsync(image);
        var often = await Requests.PrintAsync(string.Concat(Enumerable.Repeat(image, 20)));

        Assert.InRange(often.Content.Length - once.Content.Length, 1, 500);
    }

    [Fact]
    public async Task A_wide_image_is_scaled_into_its_room()
    {
        var pdf = await Requests.PrintAsync($"<div style=\"width: 100pt\"><img src=\"{Png.Address(Png.Painted(400, 20, (_, _) => (255, 0, 0, 255)))}\"></div>");

        var bounds = (await pdf.PictureAsync()).BoundsOf(255, 0, 0)!.Value;
        Assert.InRange(bounds.Right - bounds.Left, 98, 100);
        Assert.InRange(bounds.Bottom - bounds.Top, 4, 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.com/seal.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+")]
    [InlineData("data:image/png;base64,%%%")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("data:image/jpeg;base64,/9j/4AAQ")]
    public async Task What_is_no_image_is_refused(string address)
    {
        var problem = Assert.Single(await Requests.CheckAsync($"<p>\n<img src=\"{address}\"></p>"));

        Assert.Equal((2, 1), (problem.Line, problem.Column));
    }

    [Fact]
    public async Task A_damaged_png_is_refused_and_never_crashes()
    {
        var png = Png.Painted(20, 20, (x, y) => (x * 9, y * 9, 77, 200 + x));
        var random = new Random(20260131);
        for (var i = 0; i < 400; i++)
        {
            var damaged = (byte[])png.Clone();
            for (var blow = 0; blow < 3; blow++)
            {
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);
            }

            var cut = damaged[..random.Next(1, damaged.Length + 1)];
            Assert.InRange((await Requests.CheckAsync($"<img src=\"{Png.Address(cut)}\">")).Count, 0, 1);
        }
    }

    [Fact]
    public async Task A_png_that_claims_more_pixels_than_allowed_is_refused_before_it_is_unpacked()
    {
        var png = Png.File(2, 2, 8, 2, new byte[14]);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 100_000);

        var problem = Assert.Single(await Requests.CheckAsync($"<img src=\"{Png.Address(png)}\">"));

        Assert.Contains("100000 x 2 pixels", problem.Text);
    }

    private static async Task RequireFourColours(byte[] png)
    {
        var picture = await PaintAsync(png);

        Assert.True(picture.Count(255, 0, 0) > 500, "no red");
        Assert.True(picture.Count(0, 255, 0) > 500, "no green");
        Assert.True(picture.Count(0, 0, 255) > 500, "no blue");
        Assert.InRange(picture.Count(255, 0, 0) + picture.Count(0, 255, 0) + picture.Count(0, 0, 255), 6_900, 7_600);
    }

    /// <summary>A hundred points square.</summary>
    private static async Task<PagePicture> PaintAsync(byte[] png)
    {
        var pdf = await Requests.PrintAsync($"<img src=\"{Png.Address(png)}\" style=\"width: 100pt; height: 100pt\">");
        await pdf.RequireSoundAsync();
        return await pdf.PictureAsync();
    }
}
