using System.Runtime.CompilerServices;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Journal;

/// <summary>The journal as a file (C5, D7): the lines that are there when it begins, read a page at a time while they are sent.</summary>
public sealed class ExportOperations(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers/{id}/operations.csv", ([FromServices] ExportOperations endpoint, string id, [AsParameters] ListOperationsFilter filter, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, filter, call, cancel))
        .Is(nameof(ExportOperations), "Balances", "Reads a customer's journal as CSV, newest first: one line for each movement, amounts in major units.")
        .ForKey("customers:read", orCustomer: true)
        .Produces<Stream>(StatusCodes.Status200OK, CsvAnswer.MediaType)
        .Refuses(CustomerRefusals.NotFound, JournalRefusals.ExportTooLong);

    public async Task<IResult> Handle(string id, ListOperationsFilter filter, Call call, CancellationToken cancel)
    {
        var merchant = call.Caller.MerchantId;
        var extent = await reader.Read(merchant, db => Measure(db, id, filter, call.Caller, cancel));
        return extent.Refused(out var refusal)
            ? (Answer<OperationView>)refusal
            : new CsvAnswer($"operations-{id}.csv", OperationLine.Columns, Lines(merchant, extent.Value, filter, cancel));
    }

    private static async Task<Result<Extent>> Measure(BillingDb db, string id, ListOperationsFilter filter, Caller caller, CancellationToken cancel)
    {
        if (await db.Customers.ById(id, cancel) is not { } customer || !caller.MayActFor(customer.Id))
        {
            return CustomerRefusals.NotFound;
        }

        var rows = ListOperations.Of(db, customer.Id, filter, before: null);
        return await rows.OrderByDescending(row => row.Sequence).Take(Limits.OperationsExported + 1).CountAsync(cancel) > Limits.OperationsExported
            ? JournalRefusals.ExportTooLong
            : new Extent(customer.Id, await rows.MaxAsync(row => (long?)row.Sequence, cancel));
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> Lines(
        Id<Merchant> merchant, Extent extent, ListOperationsFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var before = extent.Newest + 1; before is not null;)
        {
            var page = await reader.Read(merchant, db => ListOperations.Of(db, extent.Customer, filter, before)
                .Join(db.LedgerEntries, row => row.EntryId, entry => entry.Id, (row, entry) => new { Operation = row, Entry = entry })
                .OrderByDescending(row => row.Operation.Sequence)
                .Take(Limits.ExportPage)
                .ToListAsync(cancel));
            foreach (var row in page)
            {
                yield return OperationLine.Of(row.Operation, row.Entry);
            }

            before = page.LastOrDefault()?.Operation.Sequence;
        }
    }

    /// <summary>Whose lines, and the newest of them; null when there are none.</summary>
    private sealed record Extent(Id<Customer> Customer, long? Newest);
}
