using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Hosted.Accounts;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Hosted;

/// <summary>Finds out, from a request for a page, who looks at it and in which language.</summary>
public sealed class Visits(TemplateLibrary templates, BrowserSessions sessions)
{
    /// <param name="context">The request.</param>
    /// <param name="merchant">Whose page it is.</param>
    /// <param name="locale">The language of what the page shows, where nothing tells the visitor's own.</param>
    public async Task<Visit> Of(HttpContext context, Merchant merchant, string? locale = null)
    {
        var language = PageLanguage.Choose(context, LanguageCode.Parse(locale ?? merchant.Locale));
        return new Visit
        {
            Merchant = merchant,
            Language = language,
            Texts = templates.Texts("pages", language),
            Visitor = await sessions.Find(context, merchant),
            Address = PageLanguage.AddressOf(context.Request),
        };
    }
}
