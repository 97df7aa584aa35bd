using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Documents.Pdf;
using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf;

/// <summary>Fonts come from the machine; each test has a font directory of its own.</summary>
public sealed class FontTests : IDisposable
{
    private const string Installed = "/usr/share/fonts/truetype/dejavu";

    private readonly string directory = Directory.CreateTempSubdirectory("fonts-").FullName;
    private readonly TestHost host = new();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Without_a_font_the_document_waits_and_the_package_is_named()
    {
        await using var generator = Generator();

        var readiness = await generator.CheckReadinessAsync(host, CancellationToken.None);
        var outcome = await generator.GenerateAsync(Requests.For("<p>a</p>"), host, CancellationToken.None);

        Assert.False(readiness.Ready);
        Assert.Contains("fonts-dejavu-core", readiness.Mend);
        Assert.Equal(new DocumentWaits(readiness.Mend!), outcome);
    }

    [Fact]
    public async Task A_font_that_is_installed_later_is_found_without_a_restart()
    {
        await using var generator = Generator();
        Assert.False((await generator.CheckReadinessAsync(host, CancellationToken.None)).Ready);

        Install("DejaVuSans.ttf");

        Assert.True((await generator.CheckReadinessAsync(host, CancellationToken.None)).Ready);
        Assert.IsType<DocumentGenerated>(await generator.GenerateAsync(Requests.For("<p>a</p>"), host, CancellationToken.None));
    }

    [Fact]
    public async Task Bold_and_italic_are_made_from_the_regular_face_where_they_are_not_installed()
    {
        Install("DejaVuSans.ttf");
        await using var generator = Generator();

        var pdf = await Requests.PrintAsync(
            generator, Requests.For("<p>звичайний</p><p><b>жирний</b></p><p><i>похилий</i></p><p><b><i>обидва</i></b></p>"));

        await pdf.RequireSoundAsync();
        Assert.Contains("звичайний жирний похилий обидва", await pdf.TextAsync());
        Assert.Single((await pdf.FontsAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2));
        var objects = await pdf.ObjectsAsync();
        Assert.Equal(2, objects.Split("2 Tr").Length - 1);
        Assert.Equal(2, objects.Split("1 0 0.2126 1 ").Length - 1);
    }

    [Fact]
    public async Task A_made_bold_is_darker_than_the_regular_face()
    {
        Install("DejaVuSans.ttf");
        await using var generator = Generator();

        var regular = await Requests.PrintAsync(generator, Requests.For("<p style=\"color: red\">███ШШШ</p>"));
        var bold = await Requests.PrintAsync(generator, Requests.For("<p style=\"color: red\"><b>███ШШШ</b></p>"));

        Assert.True((await bold.PictureAsync()).Count(255, 0, 0) > (await regular.PictureAsync()).Count(255, 0, 0));
    }

    [Fact]
    public async Task A_broken_font_file_is_passed_over_and_named_in_the_log()
    {
        Install("DejaVuSans.ttf");
        File.WriteAllBytes(Path.Combine(directory, "DejaVuSans-Bold.ttf"), File.ReadAllBytes(Path.Combine(Installed, "DejaVuSans-Bold.ttf"))[..5_000]);
        await using var generator = Generator();

        Assert.True((await generator.CheckReadinessAsync(host, CancellationToken.None)).Ready);
        Assert.Contains("DejaVuSans-Bold.ttf is passed over", Assert.Single(host.Warnings));
    }

    [Fact]
    public async Task Damaged_font_files_never_crash()
    {
        var font = File.ReadAllBytes(Path.Combine(Installed, "DejaVuSans.ttf"));
        var random = new Random(20260131);
        for (var i = 0; i < 60; i++)
        {
            var damaged = (byte[])font.Clone();
            for (var blow = 0; blow < 30; blow++)
            {
                damaged[random.Next(i % 2 == 0 ? 400 : damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(Path.Combine(directory, "DejaVuSans.ttf"), damaged);
            await using var generator = Generator();
            var outcome = await generator.GenerateAsync(Requests.For("<p>Акт № 1 әғқ</p>"), host, CancellationToken.None);
            Assert.True(outcome is DocumentGenerated or DocumentWaits);
        }
    }

    [Fact]
    public async Task Fonts_are_read_once()
    {
        Install("DejaVuSans.ttf");
        await using var generator = Generator();
        var before = await Requests.PrintAsync(generator, Requests.For("<p>Акт</p>"));

        File.Delete(Path.Combine(directory, "DejaVuSans.ttf"));

        Assert.Equal(before.Content, (await Requests.PrintAsync(generator, Requests.For("<p>Акт</p>"))).Content);
    }

    private PdfDocumentGenerator Generator() => new(new FontLibrary([directory]));

    private void Install(string name) => File.Copy(Path.Combine(Installed, name), Path.Combine(directory, name));
}
