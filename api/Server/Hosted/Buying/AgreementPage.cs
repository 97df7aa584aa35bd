using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>A public agreement, in the version that its address names (A5).</summary>
public sealed class AgreementPage(Reader reader, Visits visits, PageWriter pages) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/agreements/{id}",
        ([FromServices] AgreementPage page, string id, HttpContext context, CancellationToken cancel) => page.Show(id, context, cancel));

    public async Task<IResult> Show(string id, HttpContext context, CancellationToken cancel)
    {
        if (await reader.Read(default, db => db.Agreements.IgnoreQueryFilters().ById(id, cancel)) is not { } agreement)
        {
            return Results.NotFound();
        }

        var (merchant, newest) = await reader.Read(agreement.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == agreement.MerchantId, cancel),
            await db.Agreements.Where(row => row.Series == agreement.Series).OrderByDescending(row => row.Number).FirstAsync(cancel)));
        var visit = await visits.Of(context, merchant);
        var (language, text) = TextFor(agreement, visit.Language);
        var data = new
        {
            agreement.Title,
            agreement.Number,
            Date = visit.Wording.Date(agreement.CreatedAt),
            agreement.Hash,
            TextLanguage = language,
            Paragraphs = Paragraphs.Of(text),
            NewerUrl = newest.Id == agreement.Id ? null : $"/agreements/{newest.Id}",
        };
        return await pages.Write(visit, "agreement", data, options: null, cancel);
    }

    /// <summary>In the visitor's language, or in the first of ours that it has.</summary>
    private static (string Language, string Text) TextFor(Agreement agreement, LanguageCode wanted)
    {
        var languages = LanguageCode.All.Select(language => language.Code).Prepend(wanted.Code);
        var language = languages.First(agreement.Texts.ContainsKey);
        return (language, agreement.Texts[language]);
    }
}
