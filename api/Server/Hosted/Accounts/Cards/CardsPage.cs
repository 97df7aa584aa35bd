using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Hosted.Accounts.Services;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Cards;

/// <summary>The cards that a customer lets be charged, what each of them pays for, and how that is ended (C2, ruling 35).</summary>
public sealed class CardsPage(AccountDoor door, PageWriter pages, ServiceCards serviceCards, Reader reader) : IPage
{
    public const string Address = "/m/{merchantId}/account/cards";

    /// <summary>What a form tells this page that it has done.</summary>
    public const string NoticeParameter = "notice";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        Address,
        ([FromServices] CardsPage page, string merchantId, [FromQuery(Name = NoticeParameter)] string? notice, HttpContext context, CancellationToken cancel) =>
            page.Show(merchantId, notice, context, cancel));

    public Task<IResult> Show(string merchantId, string? notice, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId, context, visit => Write(visit, visit.Texts.Find($"cards.notices.{notice}"), error: null, cancel), cancel);

    /// <summary>The page again, with why a form has not done what it was sent for.</summary>
    public Task<IResult> ShowError(AccountVisit visit, string error, CancellationToken cancel) => Write(visit, notice: null, error, cancel);

    private async Task<IResult> Write(AccountVisit visit, string? notice, string? error, CancellationToken cancel)
    {
        var address = visit.PathOf(AccountSections.Cards);
        var data = new
        {
            Sections = visit.Sections(AccountSections.Cards),
            Action = address,
            visit.IsAdministrator,
            Notice = notice,
            Error = error,
            Cards = await Describe(visit, cancel),
        };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit.Visit, "cards", data, new PageOptions { Status = status, Address = address }, cancel);
    }

    private Task<IReadOnlyList<object>> Describe(AccountVisit visit, CancellationToken cancel) => reader.Read<IReadOnlyList<object>>(visit.Merchant.Id, async db =>
    {
        var cards = await db.SavedCards
            .Where(card => card.CustomerId == visit.CustomerId && card.EndedAt == null)
            .OrderByDescending(card => card.Id)
            .Take(Limits.PageSize)
            .ToListAsync(cancel);
        var services = await CardForms.ServicesByCard(db, visit.CustomerId).ToListAsync(cancel);
        var names = (await serviceCards.Of(db, visit, services, cancel)).ToDictionary(service => service.Id, service => $"{service.Product}, {service.Plan}");
        return [.. cards.Select(card => Show(visit, card, services, names))];
    });

    private static object Show(AccountVisit visit, SavedCard card, List<Subscription> services, Dictionary<string, string> names)
    {
        var own = services.Where(service => service.StandingOrder?.SavedCardId == card.Id).ToList();
        return new
        {
            Id = card.Id.Value,
            card.Mask,
            card.Brand,
            KeptOn = visit.Wording.Date(visit.Merchant.Calendar().DateOf(card.AgreedAt)),
            Services = own.Select(service => names[service.Id.Value]),
            Choosable = own.Count < services.Count,
        };
    }
}
