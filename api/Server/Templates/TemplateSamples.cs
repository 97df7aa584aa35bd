using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Hosted;

namespace BillingHeadless.Server.Templates;

/// <summary>What templates are previewed and checked with: their sample data, and on a page what stands on every one of them.</summary>
public sealed class TemplateSamples(ShippedTemplates shipped, PageAssets assets)
{
    /// <summary>Or null for a template that is only a part of others.</summary>
    public IReadOnlyDictionary<string, object?>? Find(string name, LanguageCode language) => shipped.Sample(name, language) switch
    {
        { } data when name.StartsWith($"{TemplateName.Pages}.", StringComparison.Ordinal) => new Dictionary<string, object?>(data) { ["page"] = FrameIn(language) },
        var data => data,
    };

    /// <summary>The template itself, or for a part the first one that shows it.</summary>
    public string WholeOf(string name)
    {
        var sources = TemplateSources.OnlyShipped(shipped);
        return Has(name) ? name : shipped.Names.First(other => Has(other) && TemplateReader.Read(sources, other, shipped.Find(other)!).Includes.Contains(name));
    }

    private bool Has(string name) => shipped.Sample(name, LanguageCode.English) is not null;

    /// <summary>With the look of real pages, and links that lead nowhere.</summary>
    private Dictionary<string, object?> FrameIn(LanguageCode language) => TemplateModel.Of(new
    {
        Stylesheet = assets.Stylesheet.Address,
        FrameScript = assets.FrameScript.Address,
        Languages = PageWriter.LanguageLinks("#", language),
        Test = true,
        LoginUrl = "#",
        AccountUrl = "#",
        Visitor = "buyer@example.com",
    });
}
