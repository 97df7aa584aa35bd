using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>
/// A tariff change: what it would come to, then that it is confirmed and done, or which invoice it waits for (D6). Its
/// address stays the same, so that going back or sending the form again changes nothing more.
/// </summary>
public sealed class TariffChangePage(
    AccountDoor door, AccountForms forms, ChangePlan changePlan, TariffPage tariffs, PageWriter pages, ServiceCards cards, Reader reader, Links links, IdSource ids) : IPage
{
    private const string Address = TariffPage.Address + "/{changeId}";
    private const string AgainParameter = "again";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] TariffChangePage page, string merchantId, string id, string changeId, HttpContext context, CancellationToken cancel) =>
                page.Show(merchantId, id, changeId, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] TariffChangePage page, string merchantId, string id, string changeId, HttpContext context, CancellationToken cancel) =>
                page.Confirm(merchantId, id, changeId, context, cancel));
    }

    /// <param name="visit">For whom.</param>
    /// <param name="id">The service.</param>
    /// <param name="changeId">The change.</param>
    /// <param name="isAgain">Whether an earlier preview did not hold any more, which the page then says.</param>
    public static string PathOf(AccountVisit visit, string id, string changeId, bool isAgain = false)
    {
        var path = ServicePage.PathOf(visit, $"{id}/tariff/{changeId}");
        return isAgain ? QueryHelpers.AddQueryString(path, AgainParameter, "1") : path;
    }

    public Task<IResult> Show(string merchantId, string id, string changeId, HttpContext context, CancellationToken cancel) =>
        door.Open(merchantId, context, visit => Write(visit, id, changeId, context.Request.Query.ContainsKey(AgainParameter), cancel), cancel);

    public Task<IResult> Confirm(string merchantId, string id, string changeId, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            if (await Find(visit, id, changeId, cancel) is not { } change)
            {
                return Results.NotFound();
            }

            if (change.State != PlanChangeState.Previewed)
            {
                return new SeeOther(PathOf(visit, id, changeId));
            }

            var request = new ChangePlanRequest { PreviewId = changeId, CreateInvoice = change.Terms.Decision == PlanChangeDecision.Invoice };
            var wish = new FormWish(visit, PathOf(visit, id, changeId), (await PageForm.Read(context, cancel))["key"]);
            var changed = await forms.Send<PlanChangeView>(wish, call => changePlan.Handle(id, request, call, cancel));
            return changed.Refused(out var refusal) ? await Explain(visit, id, change, refusal, cancel) : new SeeOther(NextAddress(visit, changed.Value));
        },
        cancel);

    /// <summary>Where day, price or balance are others by now, they are shown anew; nothing is changed unseen.</summary>
    private Task<IResult> Explain(AccountVisit visit, string id, PlanChange change, Refusal refusal, CancellationToken cancel) =>
        refusal.Code == PlanChangeRefusals.PreviewOutdated.Code
            ? tariffs.Preview(visit, id, change.PlanId.Value, isAgain: true, cancel)
            : tariffs.Write(visit, id, refusal, cancel);

    private string NextAddress(AccountVisit visit, PlanChangeView change) =>
        change.InvoiceId is { } invoice ? links.PayPagePath(invoice) : PathOf(visit, change.SubscriptionId, change.Id);

    private Task<PlanChange?> Find(AccountVisit visit, string id, string changeId, CancellationToken cancel) =>
        reader.Read(visit.Merchant.Id, db => Find(db, visit, id, changeId, cancel));

    private static async Task<PlanChange?> Find(BillingDb db, AccountVisit visit, string id, string changeId, CancellationToken cancel) =>
        await db.PlanChanges.ById(changeId, cancel) is { } change && change.CustomerId == visit.CustomerId && change.SubscriptionId.Value == id ? change : null;

    private async Task<IResult> Write(AccountVisit visit, string id, string changeId, bool isAgain, CancellationToken cancel)
    {
        if (await Describe(visit, id, changeId, cancel) is not { } change)
        {
            return Results.NotFound();
        }

        var data = new
        {
            Sections = visit.Sections(AccountSections.Services),
            ServiceUrl = ServicePage.PathOf(visit, id),
            TariffUrl = TariffPage.PathOf(visit, id),
            Action = PathOf(visit, id, changeId),
            Key = ids.Token(),
            visit.IsAdministrator,
            Again = isAgain,
            Change = change,
        };
        return await pages.Write(visit.Visit, "tariffChange", data, options: null, cancel);
    }

    private Task<object?> Describe(AccountVisit visit, string id, string changeId, CancellationToken cancel) => reader.Read<object?>(visit.Merchant.Id, async db =>
    {
        if (await Find(db, visit, id, changeId, cancel) is not { } change)
        {
            return null;
        }

        var service = (await SubscriptionFinder.Read(db, change.SubscriptionId, cancel))!;
        var facts = (await cards.Read(db, [service], cancel))[0];
        var plan = await db.Plans.SingleAsync(row => row.Id == change.PlanId, cancel);
        return new
        {
            State = OutcomeNames.Of(change.State),
            Decision = OutcomeNames.Of(change.Terms.Decision),
            Card = ServiceCard.Of(visit, service, facts),
            Plan = plan.NameIn(visit.Visit.Language.Code),
            Terms = TariffChangeTerms.Of(visit, change),
        };
    });
}
