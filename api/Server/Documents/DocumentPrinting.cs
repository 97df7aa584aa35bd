using System.Text;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using BillingHeadless.Templating;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>A document's file, or why there is none yet.</summary>
public sealed record Printed(string MediaType, byte[] Content, string? Waits)
{
    /// <summary>The generator broke off: it may do better at once, without anybody mending anything.</summary>
    public bool IsFault { get; init; }

    public static Printed Waiting(string reason) => new("", [], reason);
}

/// <summary>Makes a document's file of its frozen facts: the merchant's template, then the generator. Outside any transaction.</summary>
public sealed class DocumentPrinting(Reader reader, TemplateLibrary templates, DocumentGenerators generators)
{
    public const string HtmlMediaType = "text/html; charset=utf-8";

    public async Task<Printed> Print(Id<Merchant> merchantId, Id<Document> id, CancellationToken cancel)
    {
        var (merchant, document) = await reader.Read(merchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel),
            await db.Documents.SingleAsync(row => row.Id == id, cancel)));
        var language = LanguageCode.Parse(document.Locale);
        var model = new DocumentModel(
            document, merchant, new Wording(language, merchant.Calendar()), templates.Texts(TemplateName.Documents, language));
        try
        {
            var html = await templates.RenderExactly(merchant, DocumentNames.TemplateOf(document.Kind), language, model.ToTemplate(), cancel);
            return document.Format == DocumentFormats.Html
                ? new Printed(HtmlMediaType, Encoding.UTF8.GetBytes(html), Waits: null)
                : await Generate(merchant, document.Format, model.ToRequest(html), cancel);
        }
        catch (TemplateException exception)
        {
            return Printed.Waiting($"The template cannot be rendered: {exception.Message}");
        }
    }

    private async Task<Printed> Generate(Merchant merchant, string format, DocumentRequest request, CancellationToken cancel)
    {
        var result = await generators.Generate(merchant, format, request, cancel);
        return result switch
        {
            { HasAnswer: false } => Printed.Waiting($"The document generator gave no file: {result.Fault.Text}") with { IsFault = !result.Fault.NotCalled },
            { Answer: DocumentGenerated generated } => new Printed(generators.CardOf(format)!.MediaType, generated.Content.ToArray(), Waits: null),
            { Answer: DocumentRefused refused } => Printed.Waiting($"The template cannot be laid out: {Sentence(refused.Problems)}"),
            { Answer: DocumentWaits waits } => Printed.Waiting(waits.Mend),
            _ => throw new InvalidOperationException($"{result.Answer.GetType().Name} is no outcome of a document generator."),
        };
    }

    private static string Sentence(IReadOnlyList<DocumentProblem> problems) =>
        string.Join(" ", problems.Take(Limits.TemplateProblemsShown).Select(problem => $"({problem.Line},{problem.Column}) {problem.Text}"));
}
