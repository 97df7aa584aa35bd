using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>A finished file, read back with the programs of poppler and qpdf, not with our own code.</summary>
internal sealed partial record PdfBytes(byte[] Content, int Pages)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Throws unless qpdf finds the file flawless.</summary>
    public async Task RequireSoundAsync() => await RunAsync("qpdf", "--check", "{file}");

    /// <summary>All words with single spaces between them.</summary>
    public async Task<string> TextAsync() => Whitespace().Replace(Encoding.UTF8.GetString(await RunAsync("pdftotext", "-raw", "{file}", "-")), " ").Trim();

    /// <summary>The text of one page as it stands on it.</summary>
    public async Task<string> PageTextAsync(int page) =>
        Encoding.UTF8.GetString(await RunAsync("pdftotext", "-layout", "-f", $"{page}", "-l", $"{page}", "{file}", "-"));

    public async Task<string> InformationAsync() => Encoding.UTF8.GetString(await RunAsync("pdfinfo", "{file}"));

    public async Task<string> FontsAsync() => Encoding.UTF8.GetString(await RunAsync("pdffonts", "{file}"));

    /// <summary>The objects in plain text.</summary>
    public async Task<string> ObjectsAsync() =>
        Encoding.Latin1.GetString(await RunAsync("qpdf", "--qdf", "--object-streams=disable", "{file}", "-"));

    public async Task<PagePicture> PictureAsync(int page = 1, int dotsPerInch = 72) =>
        PagePicture.Read(await RunAsync("pdftoppm", "-r", $"{dotsPerInch}", "-f", $"{page}", "-l", $"{page}", "{file}"));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    private async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Content);
            return await RunOnAsync(program, [.. arguments.Select(argument => argument.Replace("{file}", file))]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<byte[]> RunOnAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        using var patience = new CancellationTokenSource(Patience);
        var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token);
        await process.WaitForExitAsync(patience.Token);
        var complaint = await errors;
        Assert.True(process.ExitCode == 0 && complaint.Length == 0, $"{program}: {complaint}");
        return output.ToArray();
    }
}
