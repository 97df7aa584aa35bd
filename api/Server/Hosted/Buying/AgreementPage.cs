using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>A public agreement, in the version that its address names (A5).</summary>
public sealed class AgreementPage(Owners owners, Reader reader, Visits visits, PageWriter pages) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/agreements/{id}",
        ([FromServices] AgreementPage page, string id, HttpContext context, CancellationToken cancel) => page.Show(id, context, cancel));

    public async Task<IResult> Show(string id, HttpContext context, CancellationToken cancel)
    {
        if (await owners.Of<Agreement>(id, cancel) is not { } owner)
        {
            return Results.NotFound();
        }

        var (merchant, agreement, newest) = await Read(owner, id, cancel);
        var visit = await visits.Of(context, merchant);
        var (language, text) = TextFor(agreement, visit.Language);
        var data = new
        {
            Title = agreement.TitleIn(visit.Language.Code),
            agreement.Number,
            Date = visit.Wording.Date(agreement.CreatedAt),
            agreement.Hash,
            TextLanguage = language,
            Paragraphs = Paragraphs.Of(text),
            NewerUrl = newest.Id == agreement.Id ? null : $"/agreements/{newest.Id}",
        };
        return await pages.Write(visit, "agreement", data, options: null, cancel);
    }

    private Task<(Merchant Merchant, Agreement Agreement, Agreement Newest)> Read(Id<Merchant> owner, string id, CancellationToken cancel) => reader.Read(owner, async db =>
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == owner, cancel);
        var agreement = (await db.Agreements.ById(id, cancel))!;
        var newest = await db.Agreements.Where(row => row.Series == agreement.Series).OrderByDescending(row => row.Number).FirstAsync(cancel);
        return (merchant, agreement, newest);
    });

    /// <summary>In the visitor's language, or in the first of ours that it has.</summary>
    private static (string Language, string Text) TextFor(Agreement agreement, LanguageCode wanted)
    {
        var languages = LanguageCode.All.Select(language => language.Code).Prepend(wanted.Code);
        var language = languages.First(agreement.Texts.ContainsKey);
        return (language, agreement.Texts[language]);
    }
}
