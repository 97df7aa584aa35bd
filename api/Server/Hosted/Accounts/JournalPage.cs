using BillingHeadless.Domain.Journal;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Ledger;
using BillingHeadless.Server.Hosted.Accounts.Services;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>A customer's journal: every movement of its balance with its cause and its parts, filtered (C5, D7).</summary>
public sealed class JournalPage(AccountDoor door, ExportOperations export, PageWriter pages, ServiceCards cards, Reader reader) : IPage
{
    private const string Address = "/m/{merchantId}/account/journal";
    private const string CursorParameter = "cursor";

    /// <summary>Between accounts of the merchant: no customer's balance moves by them.</summary>
    private static readonly EntryKind[] Elsewhere = [EntryKind.PaymentReceived, EntryKind.InvoiceSettled, EntryKind.PaymentReleased];

    /// <summary>The kinds of movements that a customer can meet.</summary>
    public static IReadOnlyList<EntryKind> Kinds { get; } = [.. Enum.GetValues<EntryKind>().Except(Elsewhere)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] JournalPage page, string merchantId, [AsParameters] PageRequest request, HttpContext context, CancellationToken cancel) =>
                page.Show(merchantId, request, context, cancel));
        routes.MapGet(
            $"{Address}.csv",
            ([FromServices] JournalPage page, string merchantId, HttpContext context, CancellationToken cancel) => page.Export(merchantId, context, cancel));
    }

    public Task<IResult> Show(string merchantId, PageRequest request, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        visit => Write(visit, JournalFilter.Read(context.Request.Query), request, error: null, cancel),
        cancel);

    /// <summary>All that the filter lets through, as a file.</summary>
    public Task<IResult> Export(string merchantId, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var filter = JournalFilter.Read(context.Request.Query);
            var file = await export.Handle(visit.CustomerId.Value, filter.ToOperations(visit.Merchant.Calendar()), new Call(visit.Caller), cancel);
            return file is Answer<OperationView> { Refusal: { } refusal } ? await Write(visit, filter, new PageRequest(), visit.Say(refusal), cancel) : file;
        },
        cancel);

    private async Task<IResult> Write(AccountVisit visit, JournalFilter filter, PageRequest request, string? error, CancellationToken cancel)
    {
        var options = new PageOptions
        {
            Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            Address = error is null ? null : filter.AddTo(visit.PathOf(AccountSections.Journal)),
        };
        return await pages.Write(visit.Visit, "journal", await Describe(visit, filter, request, error, cancel), options, cancel);
    }

    private Task<object> Describe(AccountVisit visit, JournalFilter filter, PageRequest request, string? error, CancellationToken cancel) => reader.Read<object>(visit.Merchant.Id, async db =>
    {
        var rows = await Read(db, visit, filter, request, cancel);
        var all = visit.PathOf(AccountSections.Journal);
        var own = filter.AddTo(all);
        return new
        {
            Sections = visit.Sections(AccountSections.Journal),
            Action = AccountSections.PathOf(visit.Merchant.Id, AccountSections.Journal, seat: null),
            Customer = visit.CustomerId.Value,
            Filter = new
            {
                filter.From,
                filter.To,
                Kinds = Kinds.Select(kind => new { Name = OutcomeNames.Of(kind), Chosen = kind == filter.Kind }),
                Services = await Services(db, visit, filter, cancel),
                AllUrl = filter.IsEmpty ? null : all,
            },
            Error = error,
            CsvUrl = filter.AddTo(visit.PathOf($"{AccountSections.Journal}.csv")),
            Operations = rows.Data,
            FirstUrl = request.Cursor is null ? null : own,
            NextUrl = rows.NextCursor is { } next ? QueryHelpers.AddQueryString(own, CursorParameter, next) : null,
        };
    });

    /// <summary>A page of the journal, newest first.</summary>
    private static Task<PageView<OperationRow>> Read(BillingDb db, AccountVisit visit, JournalFilter filter, PageRequest request, CancellationToken cancel) =>
        ListOperations.Of(db, visit.CustomerId, filter.ToOperations(visit.Merchant.Calendar()), request.AfterNumber)
            .OrderByDescending(row => row.Sequence)
            .ToPage(request, row => $"{row.Sequence}", row => OperationRow.Of(visit.Visit, row), cancel);

    /// <summary>The customer's services to choose from, and the one that is chosen.</summary>
    private async Task<IEnumerable<object>> Services(BillingDb db, AccountVisit visit, JournalFilter filter, CancellationToken cancel)
    {
        var services = await db.Subscriptions.Where(row => row.CustomerId == visit.CustomerId).NewestFirst(new PageRequest()).Take(Limits.ListItems).ToListAsync(cancel);
        return (await cards.Of(db, visit, services, cancel)).Select(card => new { card.Id, card.Product, card.Plan, card.LastDay, Chosen = card.Id == filter.Service });
    }
}
