using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Journal;

/// <summary>Which lines: all filters hold together.</summary>
public sealed record ListOperationsFilter
{
    /// <summary>The merchant's own when left out.</summary>
    [FromQuery(Name = "currency"), KnownCurrency]
    public string? Currency { get; init; }

    [FromQuery(Name = "kind")]
    public Wire<EntryKind>? Kind { get; init; }

    /// <summary>From this instant on.</summary>
    [FromQuery(Name = "from")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this instant.</summary>
    [FromQuery(Name = "to")]
    public DateTimeOffset? To { get; init; }

    /// <summary>What moved for this service: its invoices, its tariff changes, its usage.</summary>
    [FromQuery(Name = "subscriptionId"), Line(Limits.CodeLength)]
    public string? SubscriptionId { get; init; }
}

public sealed class ListOperations(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers/{id}/operations", ([FromServices] ListOperations endpoint, string id, [AsParameters] ListOperationsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, filter, page, call, cancel))
        .Is(nameof(ListOperations), "Balances", "Lists a customer's journal, newest first: every movement with its cause, its parts and the balance after it.")
        .ForKey("customers:read", orCustomer: true)
        .Refuses(CustomerRefusals.NotFound);

    public Task<Answer<PageView<OperationView>>> Handle(string id, ListOperationsFilter filter, PageRequest page, Call call, CancellationToken cancel) =>
        reader.Read<Answer<PageView<OperationView>>>(
            call.Caller.MerchantId,
            async db =>
            {
                if (await db.Customers.ById(id, cancel) is not { } customer || !call.Caller.MayActFor(customer.Id))
                {
                    return CustomerRefusals.NotFound;
                }

                var found = await Of(db, customer.Id, filter, page.AfterNumber).Join(db.LedgerEntries, row => row.EntryId, entry => entry.Id, (row, entry) => new { Operation = row, Entry = entry })
                    .OrderByDescending(row => row.Operation.Sequence)
                    .ToPage(page, row => $"{row.Operation.Sequence}", row => row, cancel);
                var charges = await ChargesOf(db, found.Data.Select(row => row.Operation), cancel);
                return new PageView<OperationView>(
                    [.. found.Data.Select(row => OperationView.Of(row.Operation, row.Entry, charges.GetValueOrDefault(row.Operation.CauseId)))], found.NextCursor);
            });

    private static Task<Dictionary<string, UsageCharge>> ChargesOf(BillingDb db, IEnumerable<Operation> operations, CancellationToken cancel)
    {
        var ids = operations.Where(row => row.Kind == EntryKind.UsageCharged).Select(row => new Id<UsageCharge>(row.CauseId)).ToList();
        return db.UsageCharges.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id.Value, cancel);
    }

    /// <summary>The lines of a customer's journal that a filter lets through, before a place in it.</summary>
    public static IQueryable<Operation> Of(BillingDb db, Id<Customer> customer, ListOperationsFilter filter, long? before)
    {
        var merchants = db.Merchants.Where(row => row.Id == db.Merchant).Select(row => row.Currency);
        var rows = filter.Currency is { } code
            ? db.Operations.Where(row => row.CustomerId == customer && row.Currency == new Currency(code))
            : db.Operations.Where(row => row.CustomerId == customer && row.Currency == merchants.First());
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Kind == kind.Value);
        }

        if (filter.From is { } from)
        {
            rows = rows.Where(row => row.OccurredAt >= from);
        }

        if (filter.To is { } to)
        {
            rows = rows.Where(row => row.OccurredAt < to);
        }

        if (filter.SubscriptionId is { } service)
        {
            // Line by line along the journal: a page of it costs what it walks over, however large the ledger is.
            var id = new Id<Subscription>(service);
            rows = rows.Where(row => db.LedgerEntries.Any(entry => entry.Id == row.EntryId
                && (db.InvoiceLines.Any(line => line.InvoiceId == entry.InvoiceId && line.SubscriptionId == id)
                    || db.PlanChanges.Any(change => change.InvoiceId == entry.InvoiceId && change.SubscriptionId == id)
                    || db.UsageCharges.Any(charge => charge.SubscriptionId == id && (charge.InvoiceId == entry.InvoiceId || (string)(object)charge.Id == entry.CauseId)))));
        }

        return before is { } sequence ? rows.Where(row => row.Sequence < sequence) : rows;
    }
}
