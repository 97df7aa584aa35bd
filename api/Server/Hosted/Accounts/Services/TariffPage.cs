using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>The tariff of a service and those it can change to; choosing one leads to the preview of the change (D1, D6).</summary>
public sealed class TariffPage(AccountDoor door, PreviewPlanChange preview, PageWriter pages, ServiceCards cards, Reader reader, Clock clock) : IPage
{
    public const string Address = ServicePage.Address + "/tariff";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] TariffPage page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Show(merchantId, id, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] TariffPage page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Choose(merchantId, id, context, cancel));
    }

    public static string PathOf(AccountVisit visit, string id) => ServicePage.PathOf(visit, $"{id}/tariff");

    public Task<IResult> Show(string merchantId, string id, HttpContext context, CancellationToken cancel) =>
        door.Open(merchantId, context, visit => Write(visit, id, refusal: null, cancel), cancel);

    public Task<IResult> Choose(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId, context, async visit => await Preview(visit, id, (await PageForm.Read(context, cancel))["plan"], isAgain: false, cancel), cancel);

    /// <summary>Leads to the preview of a change, or says here why there is none.</summary>
    /// <param name="visit">For whom.</param>
    /// <param name="id">The service.</param>
    /// <param name="planId">To which tariff.</param>
    /// <param name="isAgain">Whether an earlier preview does not hold any more.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public async Task<IResult> Preview(AccountVisit visit, string id, string planId, bool isAgain, CancellationToken cancel)
    {
        var answer = await preview.Handle(id, new PreviewPlanChangeRequest { PlanId = planId }, new Call(visit.Caller), cancel);
        return answer.Refusal is { } refusal ? await Write(visit, id, refusal, cancel) : new SeeOther(TariffChangePage.PathOf(visit, id, answer.Value.Id, isAgain));
    }

    /// <summary>The page with why a change was refused.</summary>
    public async Task<IResult> Write(AccountVisit visit, string id, Refusal? refusal, CancellationToken cancel)
    {
        if (await Describe(visit, id, refusal, cancel) is not { } tariffs)
        {
            return Results.NotFound();
        }

        var data = new
        {
            Sections = visit.Sections(AccountSections.Services),
            ServiceUrl = ServicePage.PathOf(visit, id),
            Action = PathOf(visit, id),
            visit.IsAdministrator,
            Tariffs = tariffs,
        };
        var status = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit.Visit, "tariff", data, new PageOptions { Status = status, Address = PathOf(visit, id) }, cancel);
    }

    private Task<object?> Describe(AccountVisit visit, string id, Refusal? refusal, CancellationToken cancel) => reader.Read<object?>(visit.Merchant.Id, async db =>
    {
        if (await SubscriptionFinder.Find(db, id, visit.Caller, cancel) is not { } service)
        {
            return null;
        }

        var facts = (await cards.Read(db, [service], cancel))[0];
        var others = await Others(db, service, cancel);
        var now = clock.NowOf(visit.Merchant);
        var obstacle = others.Select(plan => PlanChangeRules.Refuse(service, plan, visit.Merchant.Calendar(), now)).FirstOrDefault(found => found is not null);
        return new
        {
            Card = ServiceCard.Of(visit, service, facts),
            Current = TariffCard.Of(visit, service, facts.Product, facts.Plan),
            Others = others.Select(plan => TariffCard.Of(visit, service, facts.Product, plan)),
            Changeable = obstacle is null,
            Error = refusal is null ? null : Say(visit, service, refusal),
            Obstacle = obstacle is null || refusal is not null ? null : Say(visit, service, obstacle),
        };
    });

    /// <summary>What is sold on pages, of the same product and currency; the cheapest first.</summary>
    private static Task<List<Plan>> Others(BillingDb db, Subscription service, CancellationToken cancel) => db.Plans
        .Where(plan => plan.ProductId == service.ProductId && plan.Id != service.PlanId && plan.Currency == service.Currency)
        .Where(plan => plan.Billing == service.Billing && plan.Interval == PlanInterval.Month && plan.OnSale && plan.Online)
        .OrderBy(plan => plan.PriceMinor)
        .ThenBy(plan => plan.Id)
        .Take(Limits.ListItems)
        .ToListAsync(cancel);

    private static string Say(AccountVisit visit, Subscription service, Refusal refusal) =>
        refusal.Code == PlanChangeRefusals.ChangedToday.Code && PlanChangeRules.NextChangeAt(service, visit.Merchant.Calendar()) is { } next
            ? visit.Texts.Text("tariff.changed_today", ("date", visit.Wording.Date(next)))
            : visit.Say(refusal);
}

/// <summary>A tariff with what a full period of it costs.</summary>
public sealed record TariffCard(string Id, string Name, string? Users, string? Price, string Term)
{
    public static TariffCard Of(AccountVisit visit, Subscription service, Product product, Plan plan)
    {
        var months = PlanChangeRules.MonthsOf(plan);
        return new TariffCard(
            plan.Id.Value,
            plan.NameIn(visit.Visit.Language.Code),
            plan.UsersOf(service.Quantity) is { } users ? visit.Texts.Counted("offer.users", users) : null,
            ServicePrices.Of(visit, service, product, plan, months) is { } line ? visit.Wording.Money(line.GrossMinor, plan.Currency) : null,
            visit.Wording.Term(months));
    }
}
