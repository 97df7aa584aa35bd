using System.Globalization;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Events;

/// <summary>Which events are asked for.</summary>
/// <param name="After">Only those with a higher sequence: the last one that was seen.</param>
/// <param name="Type">Only those of this type.</param>
public sealed record ListEventsFilter(
    [property: FromQuery(Name = "after")] long? After,
    [property: FromQuery(Name = "type"), Line(Limits.CodeLength)] string? Type);

public sealed class ListEvents(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/events", ([FromServices] ListEvents endpoint, [AsParameters] ListEventsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListEvents), "Events", "Lists events in the order in which they happened, after a sequence: the feed to pull.")
        .ForKey("events:read");

    public async Task<Answer<PageView<EventView>>> Handle(ListEventsFilter filter, PageRequest page, Call call, CancellationToken cancel) => await reader.Read(
        call.Caller.MerchantId,
        db => Filter(db.Events, filter, page)
            .OrderBy(row => row.Sequence)
            .ToPage(page, row => row.Sequence.ToString(CultureInfo.InvariantCulture), EventView.Of, cancel));

    private static IQueryable<EventRow> Filter(IQueryable<EventRow> events, ListEventsFilter filter, PageRequest page)
    {
        var last = page.AfterNumber ?? filter.After ?? 0;
        events = events.Where(row => row.Sequence > last);
        return filter.Type is { } type ? events.Where(row => row.Type == type) : events;
    }
}
