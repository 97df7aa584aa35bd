using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>What a service that is paid after use has come to this month so far, or what a month was charged for: by meter and day (C5, C6).</summary>
public sealed class UsagePage(AccountDoor door, GetUsage getUsage, PageWriter pages, ServiceCards cards, Reader reader, Links links, Clock clock) : IPage
{
    private const string MonthParameter = "month";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        ServicePage.Address + "/usage",
        ([FromServices] UsagePage page, string merchantId, string id, [FromQuery(Name = MonthParameter)] string? month, HttpContext context, CancellationToken cancel) =>
            page.Show(merchantId, id, month, context, cancel));

    public static string PathOf(AccountVisit visit, string id) => ServicePage.PathOf(visit, $"{id}/usage");

    public Task<IResult> Show(string merchantId, string id, string? month, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var now = Month.Of(visit.Merchant.Calendar().DateOf(clock.NowOf(visit.Merchant)));
            var wanted = month is not null && Month.Parse(month) is { } named && named < now ? named : now;
            var answer = await getUsage.Handle(id, new GetUsageFilter { Month = $"{wanted}" }, new Call(visit.Caller), cancel);
            return answer.Refusal is null
                ? await pages.Write(visit.Visit, "usage", await Describe(visit, id, answer.Value, wanted, now, cancel), options: null, cancel)
                : Results.NotFound();
        },
        cancel);

    private Task<object> Describe(AccountVisit visit, string id, UsageView usage, Month month, Month now, CancellationToken cancel) => reader.Read<object>(visit.Merchant.Id, async db =>
    {
        var service = (await SubscriptionFinder.Find(db, id, visit.Caller, cancel))!;
        var own = PathOf(visit, id);
        string? UrlOf(Month other) => other >= Month.Of(service.Anchor) && other <= now ? QueryHelpers.AddQueryString(own, MonthParameter, $"{other}") : null;
        return new
        {
            Sections = visit.Sections(AccountSections.Services),
            ServiceUrl = ServicePage.PathOf(visit, id),
            Card = (await cards.Of(db, visit, [service], cancel))[0],
            FirstDay = visit.Wording.Date(month.FirstDay),
            LastDay = visit.Wording.Date(month.Period.LastDay),
            Total = Money(visit, usage.Total),
            DueOn = visit.Wording.Date(usage.DueAt),
            Running = month == now,
            Charge = usage.Charge is { } charge ? new { Amount = Money(visit, charge.Amount), Url = charge.InvoiceId is { } invoice ? links.PayPagePath(invoice) : null } : null,
            Meters = usage.Meters.Select(meter => MeterRow.Of(visit, meter)),
            Corrections = usage.Corrections.Concat(usage.Charge?.Parts.Where(part => part.Month != usage.Month) ?? []).Select(meter => MeterRow.Of(visit, meter)),
            PreviousUrl = UrlOf(month.Plus(-1)),
            NextUrl = UrlOf(month.Plus(1)),
        };
    });

    internal static string Money(AccountVisit visit, MoneyBody amount) => visit.Wording.Money(amount.Amount, new Currency(amount.Currency));
}

/// <summary>A meter of a month as its customer reads it.</summary>
public sealed record MeterRow
{
    /// <summary>Its name; null for the service itself.</summary>
    public string? Name { get; init; }

    /// <summary>How it counts, as the texts name it.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day of the month that it is about.</summary>
    public required string FirstDay { get; init; }

    /// <summary>The last one.</summary>
    public required string LastDay { get; init; }

    public required string Price { get; init; }

    /// <summary>For how many units the price is; null for one.</summary>
    public string? PerUnits { get; init; }

    /// <summary>Units that cost nothing; null when none is free.</summary>
    public string? Included { get; init; }

    public required string Amount { get; init; }

    /// <summary>What it comes to in its month.</summary>
    public required string Total { get; init; }

    /// <summary>What of that was charged before.</summary>
    public required string Before { get; init; }

    public required IReadOnlyList<DayRow> Days { get; init; }

    public static MeterRow Of(AccountVisit visit, MeterUsageView meter)
    {
        var month = Month.Parse(meter.Month)!.Value;
        return new MeterRow
        {
            Name = meter.Meter == UsagePrice.Base ? null : meter.Meter,
            Kind = OutcomeNames.Of(meter.Kind),
            FirstDay = visit.Wording.ShortDate(month.FirstDay),
            LastDay = visit.Wording.ShortDate(month.Period.LastDay),
            Price = UsagePage.Money(visit, meter.Price),
            PerUnits = meter.PerUnits > 1 ? visit.Wording.Number(meter.PerUnits) : null,
            Included = meter.Included > 0 ? visit.Wording.Number(meter.Included) : null,
            Amount = UsagePage.Money(visit, meter.Amount),
            Total = UsagePage.Money(visit, meter.Total),
            Before = UsagePage.Money(visit, meter.Total with { Amount = checked(meter.Total.Amount - meter.Amount.Amount) }),
            Days = [.. meter.Days.Select(day => new DayRow(visit.Wording.ShortDate(day.Day), visit.Wording.Number(day.Quantity), UsagePage.Money(visit, day.Amount)))],
        };
    }
}

/// <summary>A day of a meter.</summary>
public sealed record DayRow(string Day, string Quantity, string Amount);
