using System.Net;
using System.Text.RegularExpressions;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.BankTransfers;

/// <summary>Rule B3: the payment page shows the transfer as a picture that a banking app reads, beside the requisites.</summary>
public sealed partial class PayPageCodeTests(SteppedOnSqlite server) : IClassFixture<SteppedOnSqlite>
{
    [Theory]
    [InlineData("uk", "Призначення платежу (вкажіть без змін)", "Відскануйте код")]
    [InlineData("en", "Purpose of payment (do not change it)", "Scan the code")]
    [InlineData("ru", "Назначение платежа (укажите без изменений)", "Отсканируйте код")]
    [InlineData("kk", "Төлем мақсаты (өзгертпей жазыңыз)", "Кодты банкіңіздің")]
    public async Task The_code_on_the_page_says_what_the_instructions_say(string language, string purpose, string scan)
    {
        var shop = await BankShop.Open(server);
        var request = shop.NewOrder();
        request.Locale = language;
        var order = await shop.Api.CreateOrderAsync(request);
        var begun = await BankShop.Begin(shop, order.InvoiceId);

        var page = WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(begun.NextAction!.Url)));

        Assert.Contains(scan, page, StringComparison.Ordinal);
        var written = page.Split("<li>").Single(line => line.StartsWith(purpose, StringComparison.Ordinal)).Split("</li>")[0].Trim()[(purpose.Length + 2)..];
        var link = await Read(Picture().Match(page).Groups["png"].Value);
        Assert.Equal(link.Trim(), Link().Match(page).Groups["url"].Value);
        var lines = LinesOf(link);
        Assert.Equal((Office.Seller.Iban, "UAH199", written), (lines[6], lines[7], lines[11]));
        Assert.EndsWith(lines[10], written, StringComparison.Ordinal);
    }

    private static string[] LinesOf(string link)
    {
        var base64 = link["https://qr.bank.gov.ua/".Length..].Trim().Replace('-', '+').Replace('_', '/');
        var bytes = Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
        return System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes).Split('\n');
    }

    private static async Task<string> Read(string png)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, Convert.FromBase64String(png));
            return await Programs.TextOfCode(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("<img src=\"data:image/png;base64,(?<png>[^\"]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex("<a href=\"(?<url>https://qr[^\"]+)\"")]
    private static partial Regex Link();
}
