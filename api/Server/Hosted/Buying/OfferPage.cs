using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Plugins;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>Where a buy button leads: the product, its editions and terms with what each costs (A1).</summary>
public sealed class OfferPage(Offers offers, Visits visits, PageWriter pages) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/b/{id}",
        ([FromServices] OfferPage page, string id, [FromQuery] string? portal, [FromQuery] string? offer, HttpContext context, CancellationToken cancel) =>
            page.Show(id, portal, offer, context, cancel));

    public async Task<IResult> Show(string id, string? portal, string? chosen, HttpContext context, CancellationToken cancel)
    {
        if (await offers.Find(id, cancel) is not { } shelf)
        {
            return Results.NotFound();
        }

        var visit = await visits.Of(context, shelf.Merchant);
        var running = await offers.Running(shelf, portal, cancel);
        return await pages.Write(visit, "offer", Describe(visit, shelf, running, portal, chosen), options: null, cancel);
    }

    private static object Describe(Visit visit, Shelf shelf, Licence? running, string? portal, string? chosen)
    {
        var language = visit.Language.Code;
        var plans = shelf.Plans.Where(plan => running is null || plan.Id == running.PlanId).Select(plan => (Plan: plan, Offers: Offers.Of(shelf, plan, language))).Where(entry => entry.Offers.Count > 0).ToList();
        var all = plans.SelectMany(entry => entry.Offers).ToList();
        var preferred = all.FirstOrDefault(offer => offer.Code == chosen) ?? all.MaxBy(offer => offer.Price.DiscountBasisPoints);
        return new
        {
            Product = ProductCard.Of(shelf.Product, language),
            Action = $"/b/{shelf.Button.Id}/checkout",
            Portal = portal,
            Running = running is null ? null : new { running.Portal, running.Edition, LastDay = visit.Wording.LastDay(running.ValidUntil) },
            Plans = plans.Select(entry => new
            {
                Name = entry.Plan.NameIn(language),
                Users = entry.Plan.UserLimit is { } limit ? visit.Texts.Counted("offer.users", limit) : null,
                Offers = entry.Offers.Select(offer => OfferCard.Of(visit, offer, offer == preferred)),
            }),
        };
    }
}

/// <summary>A product as a buyer reads it.</summary>
public sealed record ProductCard(string Name, IReadOnlyList<string> Description)
{
    public static ProductCard Of(Product product, string language) => new(
        product.NameIn(language),
        product.Texts.GetValueOrDefault(language)?.Description is { } text ? Paragraphs.Of(text) : []);
}

/// <summary>One term with its price, before and after its discount.</summary>
public sealed record OfferCard
{
    public required string Code { get; init; }

    public required bool Chosen { get; init; }

    /// <summary>"1 year"; null when it is sold once.</summary>
    public string? Term { get; init; }

    public required string Price { get; init; }

    /// <summary>What it would cost without the discount of its term; null without one.</summary>
    public string? Before { get; init; }

    public string? Discount { get; init; }

    /// <summary>What a month of it comes to; null for a month.</summary>
    public string? PerMonth { get; init; }

    public static OfferCard Of(Visit visit, Offer offer, bool chosen)
    {
        var (price, currency) = (offer.Price, offer.Plan.Currency);
        return new OfferCard
        {
            Code = offer.Code,
            Chosen = chosen,
            Term = offer.Months > 0 ? visit.Wording.Term(offer.Months) : null,
            Price = visit.Wording.Money(price.GrossMinor, currency),
            Before = price.DiscountMinor > 0 ? visit.Wording.Money(price.GrossMinor + price.DiscountMinor, currency) : null,
            Discount = price.DiscountMinor > 0 ? visit.Wording.Percent(price.DiscountBasisPoints) : null,
            PerMonth = offer.Months > 1 ? visit.Wording.Money(new Money(Rounding.HalfUp(price.GrossMinor, offer.Months), currency)) : null,
        };
    }
}
