using System.Text;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Documents;

/// <summary>Shows rendered HTML as what it will be: itself, or for a document the file that a generator makes of it.</summary>
public sealed class DocumentPreview(DocumentGenerators generators, Clock clock)
{
    private const string SampleNumber = "2026-000042";

    public async Task<IResult> Of(Merchant merchant, string name, string format, LanguageCode language, string html, CancellationToken cancel)
    {
        if (format == DocumentFormats.Html)
        {
            return new FileAnswer($"{name}.{format}", DocumentPrinting.HtmlMediaType, Encoding.UTF8.GetBytes(html));
        }

        var isDocument = TemplateName.TryParse(name, out var parsed) && parsed.Area == TemplateName.Documents;
        if (!isDocument || generators.CardOf(format) is not { } card)
        {
            return (Answer<TemplateView>)DocumentRefusals.FormatUnknown;
        }

        var result = await generators.Generate(merchant, format, SampleOf(merchant, parsed.Name, language, html), cancel);
        return result.Answer is DocumentGenerated generated
            ? new FileAnswer($"{name}.{format}", card.MediaType, generated.Content.ToArray())
            : (Answer<TemplateView>)TemplateCheck.Refusal(ProblemsOf(result.Answer, result.Fault?.Text));
    }

    private static IReadOnlyList<string> ProblemsOf(DocumentOutcome? outcome, string? fault) => outcome switch
    {
        DocumentRefused refused => [.. refused.Problems.Select(problem => $"the rendered HTML, line {problem.Line}, column {problem.Column}: {problem.Text}")],
        DocumentWaits waits => [waits.Mend],
        _ => [fault ?? ""],
    };

    private DocumentRequest SampleOf(Merchant merchant, string kind, LanguageCode language, string html) => new()
    {
        Kind = Enum.Parse<DocumentKind>(kind, ignoreCase: true),
        Number = SampleNumber,
        IssuedOn = merchant.Calendar().DateOf(clock.NowOf(merchant)),
        Language = language.Code,
        Seller = new DocumentParty(merchant.Name),
        Buyer = new DocumentParty(merchant.Name),
        Lines = [],
        Taxes = [],
        Total = new Money(0, merchant.Currency),
        Html = html,
        Title = PlainText.TitleOf(html),
    };
}
