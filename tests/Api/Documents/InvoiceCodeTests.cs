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

    [Fact]
    public async Task The_merchant_may_choose_the_older_code_of_the_National_Bank()
    {
        var shop = await Office.Open(server);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { UkrainianCode = UkrainianCodeVersion.Version2 });

        var link = await CodeOfNewInvoice(shop);

        Assert.StartsWith("https://bank.gov.ua/qr/", link);
    }

    [Fact]
    public async Task A_Russian_sellers_code_names_its_bank_and_the_amount_in_kopecks()
    {
        var shop = await Shop.Open(server, "RUB");
        await Office.Equip(shop);
        await shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { Requisites = Office.RussianSeller });

        var code = await CodeOfNewInvoice(shop);

        var fields = code.Trim().Split('|');
        Assert.Equal("ST00012", fields[0]);
        Assert.Equal(
            ["Name=ООО «Пример»", "PersonalAcc=40702810900000012345", "BankName=ПАО Образец-Банк г. Москва", "BIC=044525225", "CorrespAcc=30101810400000000225", "Sum=19900"],
            fields[1..7]);
        Assert.Equal(("PayeeINN=7707083893", "KPP=770701001"), (fields[8], fields[9]));
    }

    private static async Task<string> CodeOfNewInvoice(Shop shop)
    {
        var document = await Office.Make(shop, DocumentKind.Invoice, (await shop.Place()).InvoiceId);
        using var file = await shop.Api.GetDocumentContentAsync(document.Id);
        return await DecodedFrom(await Office.BytesOf(file));
    }

    private static async Task<string> DecodedFrom(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("invoice-code");
        try
        {
            var file = Path.Combine(folder.FullName, "invoice.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await Programs.Run("pdftoppm", "-r", "200", "-png", "-singlefile", file, Path.Combine(folder.FullName, "page"));
            return await Programs.TextOfCode(Path.Combine(folder.FullName, "page.png"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
