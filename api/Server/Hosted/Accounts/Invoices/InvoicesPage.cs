using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Hosted.Paying;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts.Invoices;

/// <summary>A customer's invoices by state; an open one that is not wanted is cancelled (D4).</summary>
public sealed class InvoicesPage(
    AccountDoor door, AccountForms forms, CancelInvoice cancelInvoice, PageWriter pages, Reader reader, Links links, IdSource ids, Clock clock) : IPage
{
    private const string Address = "/m/{merchantId}/account/invoices";
    private const string StateParameter = "status";
    private const string CursorParameter = "cursor";
    private const string NoticeParameter = "notice";
    private const string Cancelled = "cancelled";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] InvoicesPage page, string merchantId, [FromQuery(Name = StateParameter)] Wire<InvoiceStatus>? status, [AsParameters] PageRequest request, HttpContext context, CancellationToken cancel) =>
                page.Show(merchantId, status?.Value, request, context, cancel));
        routes.MapPost(
            Address + "/{id}/cancel",
            ([FromServices] InvoicesPage page, string merchantId, string id, HttpContext context, CancellationToken cancel) => page.Cancel(merchantId, id, context, cancel));
    }

    public Task<IResult> Show(string merchantId, InvoiceStatus? status, PageRequest request, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        visit => Write(visit, status, request, context.Request.Query[NoticeParameter] == Cancelled ? visit.Texts.Text("invoices.cancelled") : null, error: null, cancel),
        cancel);

    public Task<IResult> Cancel(string merchantId, string id, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var wish = new FormWish(visit, visit.PathOf($"{AccountSections.Invoices}/{id}"), (await PageForm.Read(context, cancel))["key"]);
            var cancelled = await forms.Send<InvoiceView>(wish, call => cancelInvoice.Handle(id, call, cancel));
            return cancelled.Refused(out var refusal)
                ? await Write(visit, status: null, new PageRequest(), notice: null, visit.Say(refusal), cancel)
                : new SeeOther(QueryHelpers.AddQueryString(visit.PathOf(AccountSections.Invoices), NoticeParameter, Cancelled));
        },
        cancel);

    private async Task<IResult> Write(AccountVisit visit, InvoiceStatus? status, PageRequest request, string? notice, string? error, CancellationToken cancel)
    {
        var (own, rows) = (PathOf(visit, status), await Read(visit, status, request, cancel));
        var data = new
        {
            Sections = visit.Sections(AccountSections.Invoices),
            ServicesUrl = visit.PathOf(AccountSections.Services),
            States = StatesOf(visit, status),
            Key = ids.Token(),
            Notice = notice,
            Error = error,
            Invoices = rows.Data,
            FirstUrl = request.Cursor is null ? null : own,
            NextUrl = rows.NextCursor is { } next ? QueryHelpers.AddQueryString(own, CursorParameter, next) : null,
        };
        var options = new PageOptions
        {
            Status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            Address = request.Cursor is { } cursor ? QueryHelpers.AddQueryString(own, CursorParameter, cursor) : own,
        };
        return await pages.Write(visit.Visit, "invoices", data, options, cancel);
    }

    private static IEnumerable<object> StatesOf(AccountVisit visit, InvoiceStatus? current) =>
        Enum.GetValues<InvoiceStatus>().Cast<InvoiceStatus?>().Prepend(null).Select(status => new
        {
            Name = status is { } known ? OutcomeNames.Of(known) : null,
            Url = PathOf(visit, status),
            Current = status == current,
        });

    private static string PathOf(AccountVisit visit, InvoiceStatus? status)
    {
        var path = visit.PathOf(AccountSections.Invoices);
        return status is { } known ? QueryHelpers.AddQueryString(path, StateParameter, OutcomeNames.Of(known)) : path;
    }

    private Task<PageView<InvoiceRow>> Read(AccountVisit visit, InvoiceStatus? status, PageRequest request, CancellationToken cancel) => reader.Read(visit.Merchant.Id, db =>
    {
        var now = clock.NowOf(visit.Merchant);
        var filter = new ListInvoicesFilter { Status = status is { } known ? new Wire<InvoiceStatus>(known) : null };
        return ListInvoices.Of(db, filter, request, visit.Caller)
            .ToPage(request, row => row.Id.Value, row => InvoiceRow.Of(visit, row, links.PayPagePath(row.Id.Value), now), cancel);
    });
}

/// <summary>An invoice as a line of the list.</summary>
public sealed record InvoiceRow(InvoiceCard Card, string Date, string State, bool Payable, string Url, string? CancelAction)
{
    public static InvoiceRow Of(AccountVisit visit, Invoice invoice, string payPath, DateTimeOffset now)
    {
        // Its last day may be over before the job has said so.
        var isPayable = invoice.Status == InvoiceStatus.Open && now < invoice.DueAt;
        return new InvoiceRow(
            InvoiceCard.Of(visit.Visit, invoice),
            visit.Wording.ShortDate(invoice.IssuedOn),
            OutcomeNames.Of(invoice.Status == InvoiceStatus.Open && !isPayable ? InvoiceStatus.Expired : invoice.Status),
            isPayable,
            payPath,
            isPayable && invoice.Purpose != InvoicePurpose.Usage ? visit.PathOf($"{AccountSections.Invoices}/{invoice.Id}/cancel") : null);
    }
}
