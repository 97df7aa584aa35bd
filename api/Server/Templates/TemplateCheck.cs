using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Documents;
using BillingHeadless.Templating;

namespace BillingHeadless.Server.Templates;

/// <summary>
/// Tries a template before it is saved: it and every template that it is a part of are read and rendered with the sample
/// data in every language, and a document must be one that can be laid out. The last good version stays until all of it holds.
/// </summary>
public sealed class TemplateCheck(TemplateSamples samples, TemplateLibrary library, DocumentGenerators generators)
{
    /// <summary>The refusal with line and column of what is wrong, or null.</summary>
    public async Task<Refusal?> Refuse(Merchant merchant, string name, string source, CancellationToken cancel)
    {
        var sources = (await library.SourcesOf(merchant.Id, cancel)).With(name, source);
        var template = TemplateReader.Read(sources, name, source).Template;
        if (template.HasErrors)
        {
            return Refusal([.. template.Messages.Select(Sentence)]);
        }

        foreach (var affected in Affected(sources, name))
        {
            if (await Try(merchant, sources, affected, cancel) is { Count: > 0 } problems)
            {
                return Refusal(problems);
            }
        }

        return null;
    }

    public static Refusal Refusal(IReadOnlyList<string> problems) =>
        DocumentRefusals.TemplateBroken with { Fields = new Dictionary<string, string[]> { ["source"] = [.. problems.Take(Limits.TemplateProblemsShown)] } };

    /// <summary>With the template's name: what is wrong may stand in a template that it includes.</summary>
    public static string Sentence(TemplateMessage message) => $"{message.Source}, line {message.Line}, column {message.Column}: {message.Text}";

    private static IEnumerable<string> Affected(TemplateSources sources, string name) => sources.Names
        .Where(other => other == name || TemplateReader.Read(sources, other, sources.Find(other)!).Includes.Contains(name));

    private async Task<IReadOnlyList<string>> Try(Merchant merchant, TemplateSources sources, string name, CancellationToken cancel)
    {
        foreach (var language in LanguageCode.All)
        {
            if (samples.Find(name, language) is { } sample && await Try(merchant, sources, name, language, sample, cancel) is { Count: > 0 } problems)
            {
                return problems;
            }
        }

        return [];
    }

    private async Task<IReadOnlyList<string>> Try(
        Merchant merchant, TemplateSources sources, string name, LanguageCode language, IReadOnlyDictionary<string, object?> sample, CancellationToken cancel)
    {
        try
        {
            var html = library.Render(sources, merchant, name, language, sample);
            return name.StartsWith(TemplateName.Documents, StringComparison.Ordinal) ? await CheckHtml(merchant, language, html, cancel) : [];
        }
        catch (TemplateException exception)
        {
            return [Sentence(exception.Details)];
        }
    }

    /// <summary>Where no generator can be asked, the document will wait and say why.</summary>
    private async Task<IReadOnlyList<string>> CheckHtml(Merchant merchant, LanguageCode language, string html, CancellationToken cancel)
    {
        var result = await generators.Check(merchant, DocumentFormats.Pdf, html, cancel);
        return result.HasAnswer
            ? [.. result.Answer.Select(problem => $"the HTML rendered in '{language}', line {problem.Line}, column {problem.Column}: {problem.Text}")]
            : [];
    }
}
