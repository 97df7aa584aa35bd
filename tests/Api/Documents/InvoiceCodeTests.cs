using System.Diagnostics;
using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>Rule B3: the code on the invoice's PDF, read from its picture by another program.</summary>
public sealed class InvoiceCodeTests(SteppedOnSqlite server) : IClassFixture<SteppedOnSqlite>
{
    [Fact]
    public async Task A_banking_app_reads_recipient_account_amount_and_number_from_the_pdf()
    {
        var shop = await Office.Open(server);
        var order = await shop.Place();
        var document = await Office.Make(shop, DocumentKind.Invoice, order.InvoiceId);
        using var file = await shop.Api.GetDocumentContentAsync(document.Id);

        var link = await DecodedFrom(await Office.BytesOf(file));

        Assert.StartsWith("https://qr.bank.gov.ua/", link);
        var base64 = link["https://qr.bank.gov.ua/".Length..].Trim().Replace('-', '+').Replace('_', '/');
        var lines = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))).Split('\n');
        Assert.Equal(["BCD", "003", "2", "ICT", ""], lines[..5]);
        Assert.Equal((Office.Seller.Name, Office.Seller.Iban, "UAH199", Office.Seller.RegistrationCode), (lines[5], lines[6], lines[7], lines[8]));
        Assert.Equal((await shop.Api.GetInvoiceAsync(order.InvoiceId)).Number, lines[10]);
        Assert.Equal(("FEFF", 17), (lines[13], lines.Length));
    }

    private static async Task<string> DecodedFrom(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("invoice-code");
        try
        {
            var file = Path.Combine(folder.FullName, "invoice.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await Run("pdftoppm", "-r", "200", "-png", "-singlefile", file, Path.Combine(folder.FullName, "page"));
            return await Run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", Path.Combine(folder.FullName, "page.png"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
