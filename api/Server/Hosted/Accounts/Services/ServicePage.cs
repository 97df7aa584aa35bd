using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Hosted.Buying;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>One service: what it is, how it is extended now and by itself, and how it ends (B6, C2, D1, D3).</summary>
public sealed class ServicePage(AccountDoor door, PageWriter pages, ServiceCards cards, Reader reader, IdSource ids) : IPage
{
    public const string Address = "/m/{merchantId}/account/services/{id}";

    /// <summary>What a form tells this page that it has done.</summary>
    public const string NoticeParameter = "notice";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        Address,
        ([FromServices] ServicePage page, string merchantId, string id, [FromQuery(Name = NoticeParameter)] string? notice, HttpContext context, CancellationToken cancel) =>
            page.Show(merchantId, id, notice, context, cancel));

    public static string PathOf(AccountVisit visit, string id) => visit.PathOf($"{AccountSections.Services}/{id}");

    public Task<IResult> Show(string merchantId, string id, string? notice, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId, context, visit => Write(visit, id, visit.Texts.Find($"services.notices.{notice}"), error: null, cancel), cancel);

    /// <summary>The page again, with why a form has not done what it was sent for.</summary>
    public Task<IResult> ShowError(AccountVisit visit, string id, string error, CancellationToken cancel) => Write(visit, id, notice: null, error, cancel);

    private async Task<IResult> Write(AccountVisit visit, string id, string? notice, string? error, CancellationToken cancel)
    {
        if (await Describe(visit, id, cancel) is not { } service)
        {
            return Results.NotFound();
        }

        var data = new
        {
            Sections = visit.Sections(AccountSections.Services),
            ServicesUrl = visit.PathOf(AccountSections.Services),
            TariffUrl = TariffPage.PathOf(visit, id),
            RenewAction = ServiceForms.PathOf(visit, id, ServiceForms.Renewals),
            AutoPayAction = ServiceForms.PathOf(visit, id, ServiceForms.AutoPay),
            AddOnsAction = ServiceForms.PathOf(visit, id, ServiceForms.AddOns),
            UsageUrl = UsagePage.PathOf(visit, id),
            CancelAction = ServiceForms.PathOf(visit, id, ServiceForms.Cancellation),
            Key = ids.Token(),
            visit.IsAdministrator,
            Notice = notice,
            Error = error,
            Service = service,
        };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit.Visit, "service", data, new PageOptions { Status = status, Address = PathOf(visit, id) }, cancel);
    }

    private Task<object?> Describe(AccountVisit visit, string id, CancellationToken cancel) => reader.Read<object?>(visit.Merchant.Id, async db =>
    {
        if (await SubscriptionFinder.Find(db, id, visit.Caller, cancel) is not { } service)
        {
            return null;
        }

        var facts = (await cards.Read(db, [service], cancel))[0];
        var funds = await CustomerFunds.Read(db, service.CustomerId, service.Currency, cancel);
        var card = ServiceCard.Of(visit, service, facts);
        IReadOnlyList<OfferCard> terms = card.Extendable ? ServicePrices.Terms(visit, service, facts.Product, facts.Plan) : [];
        return new
        {
            Card = card,
            Terms = terms,
            Available = terms.Any(term => ServiceOffer.Parse(term.Code)!.TotalMinor <= funds.Available) ? visit.Wording.Money(funds.Available, service.Currency) : null,
            Methods = card.AutoPay is null ? [] : MethodsFor(visit).Select(method => new { Name = OutcomeNames.Of(method), Chosen = method == service.AutoPay }),
            OrderedOn = service.StandingOrder is { } order ? visit.Wording.Date(order.GivenAt) : null,
            AddOns = AddOnRow.Of(visit, service, facts.Plan),
            service.IsPostpaid,
            Cancellable = service is { CancelledAt: null, State: not SubscriptionState.Cancelled },
            HasTariffs = service is { IsPostpaid: false, State: not (SubscriptionState.Pending or SubscriptionState.Cancelled) },
        };
    });

    private static IEnumerable<AutoPayMethod> MethodsFor(AccountVisit visit) =>
        Enum.GetValues<AutoPayMethod>().Where(method => method != AutoPayMethod.Card || visit.Merchant.Settings.SavedMethods);
}

/// <summary>An add-on of the tariff, or one that is still on (C6).</summary>
public sealed record AddOnRow(string Name, string? Price, bool On)
{
    public static IReadOnlyList<AddOnRow> Of(AccountVisit visit, Subscription service, Plan plan)
    {
        var on = service is { CancelledAt: null, State: not SubscriptionState.Cancelled } ? service.SwitchedOn.ToList() : [];
        var offered = plan.UsagePrices.Where(price => price.Kind == MeterKind.AddOn).ToList();
        return
        [
            .. offered.Select(price => new AddOnRow(price.Meter, visit.Wording.Money(price.PriceMinor, plan.Currency), on.Contains(price.Meter))),
            .. on.Except(offered.Select(price => price.Meter)).Select(meter => new AddOnRow(meter, null, On: true)),
        ];
    }
}
