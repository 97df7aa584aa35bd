using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Hosted;

/// <summary>Renders the few pages that belong to no merchant, always from the templates that ship.</summary>
public sealed class PlainPages(ShippedTemplates shipped, PageAssets assets, Clock clock)
{
    public PageResult Write(string name, LanguageCode language, IReadOnlyDictionary<string, object?> data, int status, IReadOnlyList<LanguageLink> languages)
    {
        var model = new Dictionary<string, object?>(data)
        {
            ["language"] = language.Code,
            ["texts"] = shipped.Texts("pages", language).Words,
            ["page"] = TemplateModel.Of(new { Stylesheet = assets.Stylesheet.Address, Languages = languages }),
        };
        var full = $"pages.{name}";
        var template = TemplateReader.Read(TemplateSources.OnlyShipped(shipped), full, shipped.Find(full)!);
        return new PageResult(TemplateReader.Render(template.Template, model, clock.Now()), status, ContentPolicy.Strict);
    }
}
