using BillingHeadless.Domain.Buttons;
using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Buttons;

/// <summary>A button to be pasted into any web page.</summary>
/// <param name="Html">A plain link, which the script beside it makes into a button.</param>
/// <param name="Language">The language of its text.</param>
public sealed record ButtonSnippetView(string Html, string Language);

public sealed class GetButtonSnippet(Reader reader, TemplateLibrary templates, Links links) : IEndpoint
{
    private const string Template = "buttons.snippet";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(
            "/v1/buttons/{id}/snippet",
            ([FromServices] GetButtonSnippet endpoint, string id, [FromQuery, Line(Limits.CodeLength)] string? locale, Call call, CancellationToken cancel) =>
                endpoint.Handle(id, locale, call, cancel))
        .Is(nameof(GetButtonSnippet), "Buttons", "Gives the HTML to paste into a web page.")
        .ForKey("catalog:read")
        .Refuses(ButtonRefusals.NotFound);

    public async Task<Answer<ButtonSnippetView>> Handle(string id, string? locale, Call call, CancellationToken cancel)
    {
        var (button, merchant) = await reader.Read(call.Caller.MerchantId, async db => (
            await db.Buttons.ById(id, cancel),
            await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel)));
        if (button is null)
        {
            return ButtonRefusals.NotFound;
        }

        var language = LanguageCode.Parse(locale ?? merchant.Locale);
        var data = new Dictionary<string, object?>
        {
            ["url"] = links.Buy(button.Id),
            ["script"] = links.EmbedScript,
            ["text"] = button.Texts.GetValueOrDefault(language.Code),
        };
        return new ButtonSnippetView((await templates.Render(merchant, Template, language, data, cancel)).Trim(), language.Code);
    }
}
