using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Documents.Pdf;

namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>Requests to the generator and what comes back.</summary>
internal static class Requests
{
    public static readonly Currency Hryvnia = new("UAH");

    public static DocumentRequest For(string html, string language = "uk") => new()
    {
        Kind = DocumentKind.Act,
        Number = "2026-000042",
        IssuedOn = new DateOnly(2026, 1, 31),
        Language = language,
        Seller = new DocumentParty("ТОВ «Продавець»", TaxId: "14360570"),
        Buyer = new DocumentParty("ТОВ «Покупець»", TaxId: "21673832"),
        Lines = [],
        Taxes = [],
        Total = Money.Zero(Hryvnia),
        Html = html,
        Title = "Акт № 2026-000042",
    };

    public static async Task<PdfBytes> PrintAsync(string html, string language = "uk")
    {
        await using var generator = new PdfDocumentGenerator();
        return await PrintAsync(generator, For(html, language));
    }

    public static async Task<PdfBytes> PrintAsync(IDocumentGenerator generator, DocumentRequest request)
    {
        var outcome = await generator.GenerateAsync(request, new TestHost(), CancellationToken.None);
        var generated = outcome switch
        {
            DocumentGenerated file => file,
            DocumentRefused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
            _ => throw new InvalidOperationException(outcome.ToString()),
        };
        return new PdfBytes(generated.Content.ToArray(), generated.Pages);
    }

    public static async Task<IReadOnlyList<DocumentProblem>> CheckAsync(string html)
    {
        await using var generator = new PdfDocumentGenerator();
        return await generator.CheckHtmlAsync(html, new TestHost(), CancellationToken.None);
    }
}
