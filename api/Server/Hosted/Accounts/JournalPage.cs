using BillingHeadless.Domain.Journal;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>A customer's journal: every movement of its balance with its cause and its parts (C5, D7).</summary>
public sealed class JournalPage(MerchantPages merchants, PageWriter pages, Reader reader) : IPage
{
    private const string CursorParameter = "cursor";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/m/{merchantId}/account/journal",
        ([FromServices] JournalPage page, string merchantId, [AsParameters] PageRequest request, HttpContext context, CancellationToken cancel) =>
            page.Show(merchantId, request, context, cancel));

    public async Task<IResult> Show(string merchantId, PageRequest request, HttpContext context, CancellationToken cancel) =>
        await merchants.Open(merchantId, context, cancel) switch
        {
            null => Results.NotFound(),
            { } visit when AccountSections.SeatOf(visit, context) is { } seat => await pages.Write(visit, "journal", await Describe(visit, seat, request, cancel), options: null, cancel),
            { } visit => new SeeOther(Links.LoginPath(visit.Merchant.Id)),
        };

    private async Task<object> Describe(Visit visit, Seat seat, PageRequest request, CancellationToken cancel)
    {
        var rows = await Read(visit, seat, request, cancel);
        var own = AccountSections.PathOf(visit.Merchant.Id, AccountSections.Journal, seat);
        return new
        {
            Sections = AccountSections.Of(visit, AccountSections.Journal, seat),
            Operations = rows.Data,
            FirstUrl = request.Cursor is null ? null : own,
            NextUrl = rows.NextCursor is { } next ? QueryHelpers.AddQueryString(own, CursorParameter, next) : null,
        };
    }

    /// <summary>A page of the journal, newest first.</summary>
    private Task<PageView<OperationRow>> Read(Visit visit, Seat seat, PageRequest request, CancellationToken cancel) => reader.Read(visit.Merchant.Id, db =>
        ListOperations.Of(db, seat.CustomerId, new ListOperationsFilter(), request.AfterNumber)
            .OrderByDescending(row => row.Sequence)
            .ToPage(request, row => $"{row.Sequence}", row => OperationRow.Of(visit, row), cancel));
}
