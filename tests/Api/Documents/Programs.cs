using System.Diagnostics;
using System.Text;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Other programs that read what we have drawn.</summary>
public static class Programs
{
    /// <summary>What a phone would read from the QR code on a picture.</summary>
    public static Task<string> TextOfCode(string picture) => Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture);

    public static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
