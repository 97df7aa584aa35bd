using BillingHeadless.Domain.Language;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted;

/// <summary>The language of a page: what the visitor has chosen, now or before, then what the browser asks for.</summary>
public static class PageLanguage
{
    public const string Parameter = "lang";
    private const string Cookie = "billing-language";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static LanguageCode Choose(HttpContext context, LanguageCode fallback)
    {
        if (LanguageCode.Find(context.Request.Query[Parameter]) is { } chosen)
        {
            Remember(context, chosen);
            return chosen;
        }

        return LanguageCode.Find(context.Request.Cookies[Cookie])
            ?? AcceptedLanguage.Choose(context.Request.Headers.AcceptLanguage, fallback);
    }

    /// <summary>Path and query of a page without the choice of a language.</summary>
    public static string AddressOf(HttpRequest request)
    {
        var query = request.Query.Where(entry => entry.Key != Parameter).SelectMany(entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value));
        return QueryHelpers.AddQueryString(request.Path.ToUriComponent(), query);
    }

    private static void Remember(HttpContext context, LanguageCode language) => context.Response.Cookies.Append(Cookie, language.Code, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = Remembered,
        IsEssential = true,
    });
}
