using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>Which entries.</summary>
public sealed record ListStatementEntriesFilter
{
    [FromQuery(Name = "outcome")]
    public Wire<StatementOutcome>? Outcome { get; init; }
}

public sealed class ListStatementEntries(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/statement-entries", ([FromServices] ListStatementEntries endpoint, [AsParameters] ListStatementEntriesFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListStatementEntries), "Payments", "Lists what statements have told, newest first: also what matches nothing and waits for a person.")
        .ForKey("payments:read");

    public Task<Answer<PageView<StatementEntryView>>> Handle(ListStatementEntriesFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<StatementEntryView>>>(
            call.Caller.MerchantId,
            async db => await Narrow(db.StatementEntries, filter, page)
                .OrderByDescending(entry => entry.Id)
                .ToPage(page, entry => entry.Id.Value, entry => StatementEntryView.Of(entry), cancel));

    private static IQueryable<StatementEntry> Narrow(IQueryable<StatementEntry> entries, ListStatementEntriesFilter filter, PageRequest page)
    {
        if (filter.Outcome is { } outcome)
        {
            entries = entries.Where(entry => entry.Outcome == outcome.Value);
        }

        return page.After is { } after && new Id<StatementEntry>(after) is var last ? entries.Where(entry => entry.Id < last) : entries;
    }
}
