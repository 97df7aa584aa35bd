using System.Diagnostics;
using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Documents;

/// <summary>A shop with requisites: what its papers say is known.</summary>
public static class Office
{
    /// <summary>A single dot, enough to be an image.</summary>
    public const string Dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static Requisites Seller => new()
    {
        Name = "ТОВ «Зразкові рішення»",
        TaxId = "143605726590",
        RegistrationCode = "14360570",
        Address = "01001, м. Київ, вул. Прикладна, 1",
        Iban = "UA213223130000026007233566001",
        Bank = "АТ «Зразок-Банк»",
    };

    public static Requisites RussianSeller => new()
    {
        Name = "ООО «Пример»",
        TaxId = "7707083893",
        RegistrationCode = "1027700132195",
        Address = "101000, г. Москва, ул. Примерная, д. 1",
        Iban = "4070 2810 9000 0001 2345",
        Bank = "ПАО Образец-Банк г. Москва",
        Bic = "044525225",
        CorrespondentAccount = "30101810400000000225",
        Kpp = "770701001",
    };

    public static Requisites Buyer => new()
    {
        Name = "ТОВ «Покупець»",
        TaxId = "216738226591",
        RegistrationCode = "21673832",
        Address = "79000, м. Львів, просп. Показовий, 25",
    };

    public static async Task<Shop> Open(SteppedServer server)
    {
        var shop = await Shop.Open(server);
        await Equip(shop);
        return shop;
    }

    public static Task Equip(Shop shop) => shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest
    {
        Requisites = Seller,
        Tax = new Tax { Registered = true },
        Signatory = new Signatory { Title = "Директор", Name = "Іваненко І. І." },
        SealImage = Dot,
        SignatureImage = Dot,
        Support = new Support { Email = "help@vendor.example", Phone = "+380 44 000 00 00" },
    });

    public static Task AskForActs(Shop shop) => shop.Api.UpdateSettingsAsync(new UpdateSettingsRequest { Acts = ActPolicy.OnRequest });

    public static async Task<IReadOnlyList<Document>> ActsOf(Shop shop, string invoiceId) =>
        [.. (await shop.Api.ListDocumentsAsync(invoiceId: invoiceId, kind: DocumentKind.Act)).Data.OrderBy(act => act.Id, StringComparer.Ordinal)];

    public static async Task<Document> ActOf(Shop shop, string invoiceId) => Assert.Single(await ActsOf(shop, invoiceId));

    public static Task<Document> Make(Shop shop, DocumentKind kind, string invoiceId) =>
        shop.Api.CreateDocumentAsync(new CreateDocumentRequest { Kind = kind, InvoiceId = invoiceId });

    /// <summary>Calls as the customer of an order.</summary>
    public static async Task<BillingClient> CustomerOf(Shop shop, Order order)
    {
        var session = await shop.Api.CreateCustomerSessionAsync(order.CustomerId, new CreateCustomerSessionRequest { Role = CustomerRole.Employee, User = "anna" });
        return shop.Client(session.Token);
    }

    public static async Task<byte[]> ContentOf(Shop shop, string documentId)
    {
        using var file = await shop.Api.GetDocumentContentAsync(documentId);
        return await BytesOf(file);
    }

    public static async Task<byte[]> BytesOf(FileResponse file)
    {
        var bytes = new MemoryStream();
        await file.Stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>The words of a PDF as another program finds them, without the spaces between them.</summary>
    public static async Task<string> TextOf(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return Squeeze(text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>How lines are broken is not what is asked.</summary>
    public static string Squeeze(string text) => new([.. text.Where(letter => !char.IsWhiteSpace(letter))]);

    public static async Task<IReadOnlyList<string>> EventTypes(Shop shop) => [.. (await shop.Api.ListEventsAsync(limit: 100)).Data.Select(happened => happened.Type)];
}
