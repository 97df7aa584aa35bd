using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Usage;

/// <summary>How much of a meter on a day.</summary>
public sealed record RecordUsageRequest
{
    /// <summary>The merchant's own id of it, unique within the service: told again, it is recorded once.</summary>
    [Line(Limits.CodeLength)]
    public required string Id { get; init; }

    /// <summary>A daily or counted meter of the plan, as it was when the day's month was charged.</summary>
    [Line(UsagePrice.MaximumNameLength)]
    public required string Meter { get; init; }

    /// <summary>A local day on which the service was on, up to today and at most three months back.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Units held on the day, or consumed on it; what is recorded of one day adds up.</summary>
    public required long Quantity { get; init; }

    /// <summary>The id of an earlier record of this meter and day, in whose place this one counts.</summary>
    [Line(Limits.CodeLength)]
    public string? Corrects { get; init; }

    public UsageDraft ToDraft() => new(Id, Meter, Day, Quantity, Corrects);
}

public sealed class RecordUsage(OnceWriter writer, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/subscriptions/{id}/usage", ([FromServices] RecordUsage endpoint, string id, RecordUsageRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(RecordUsage), "Services", "Records how much of a meter was used on a day; of a month that was charged already it is charged with the next.")
        .ForKey("orders:write")
        .Once()
        .Makes<UsageRecordView>()
        .Gives<UsageRecordView>()
        .Refuses(
            SubscriptionRefusals.NotFound,
            UsageRefusals.NotPostpaid,
            UsageRefusals.MeterUnknown,
            UsageRefusals.DayNotPossible,
            UsageRefusals.QuantityNotPossible,
            UsageRefusals.RecordReused,
            UsageRefusals.CorrectsUnknown,
            UsageRefusals.RecordsTooMany,
            UsageRefusals.AmountTooLarge);

    public Task<IResult> Handle(string id, RecordUsageRequest request, Call call, CancellationToken cancel) => writer.Write<UsageRecordView>(
        call,
        Turn.Of(new Id<Subscription>(id)),
        async (db, token) =>
        {
            if (await SubscriptionFinder.Find(db, id, call.Caller, token) is not { } subscription)
            {
                return SubscriptionRefusals.NotFound;
            }

            var (draft, records) = (request.ToDraft(), db.UsageRecords.Where(row => row.SubscriptionId == subscription.Id));
            if (await records.SingleOrDefaultAsync(row => row.RecordId == draft.RecordId, token) is { } recorded)
            {
                return recorded.Says(draft) ? UsageRecordView.Of(recorded) : UsageRefusals.RecordReused;
            }

            return await Take(db, subscription, records, draft, token);
        },
        cancel);

    private async Task<Answer<UsageRecordView>> Take(
        BillingDb db, Subscription subscription, IQueryable<UsageRecord> records, UsageDraft draft, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var prices = await ServiceUsage.PricesOf(db, subscription, Month.Of(draft.Day), cancel);
        var now = clock.NowOf(merchant);
        if ((UsageRules.Refuse(subscription, prices, draft, merchant.Calendar().DateOf(now))
            ?? await RefuseBeside(records, prices.First(price => price.Meter == draft.Meter), draft, cancel)) is { } refusal)
        {
            return refusal;
        }

        var record = UsageRecord.Take(ids.New<UsageRecord>(), subscription, draft, now);
        db.UsageRecords.Add(record);
        return Answer<UsageRecordView>.Made(() => UsageRecordView.Of(record), $"/v1/subscriptions/{subscription.Id}/usage");
    }

    /// <summary>What the records that are there have to say.</summary>
    private static async Task<Refusal?> RefuseBeside(IQueryable<UsageRecord> records, UsagePrice price, UsageDraft draft, CancellationToken cancel)
    {
        var (first, end) = (Month.Of(draft.Day).FirstDay, Month.Of(draft.Day).End);
        var ofDay = await records.CountAsync(row => row.Day == draft.Day, cancel);
        var inMonth = await records.Where(row => row.Day >= first && row.Day < end && row.Meter == draft.Meter).SumAsync(row => row.Quantity, cancel);
        var corrected = await records.SingleOrDefaultAsync(row => row.RecordId == draft.Corrects, cancel);
        var isCorrected = draft.Corrects is not null && await records.AnyAsync(row => row.Corrects == draft.Corrects, cancel);
        return UsageRules.RefuseCorrection(draft, corrected, isCorrected) ?? UsageRules.RefuseAmount(price, draft, ofDay, inMonth);
    }
}
