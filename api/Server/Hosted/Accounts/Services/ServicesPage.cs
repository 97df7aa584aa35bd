using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>A customer's services, and one invoice for several of them (B2, D1).</summary>
public sealed class ServicesPage(
    AccountDoor door, AccountForms forms, CreateInvoice createInvoice, PageWriter pages, ServiceCards cards, Reader reader, Links links, IdSource ids) : IPage
{
    private const string Address = "/m/{merchantId}/account/services";
    private const string CursorParameter = "cursor";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] ServicesPage page, string merchantId, [AsParameters] PageRequest request, HttpContext context, CancellationToken cancel) =>
                page.Show(merchantId, request, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] ServicesPage page, string merchantId, [AsParameters] PageRequest request, HttpContext context, CancellationToken cancel) =>
                page.MakeInvoice(merchantId, request, context, cancel));
    }

    public Task<IResult> Show(string merchantId, PageRequest request, HttpContext context, CancellationToken cancel) =>
        door.Open(merchantId, context, visit => Write(visit, request, [], error: null, cancel), cancel);

    /// <summary>Each service for the term that it was paid for last.</summary>
    public Task<IResult> MakeInvoice(string merchantId, PageRequest request, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var form = await PageForm.Read(context, cancel);
            var chosen = form.All("service");
            if (chosen.Count == 0)
            {
                return await Write(visit, request, chosen, visit.Texts.Text("services.choose"), cancel);
            }

            var wish = new FormWish(visit, visit.PathOf(AccountSections.Services), form["key"], chosen);
            var invoice = new CreateInvoiceRequest { Items = [.. chosen.Select(service => new InvoiceItemBody { SubscriptionId = service })] };
            var made = await forms.Send<InvoiceView>(wish, call => createInvoice.Handle(invoice, call, cancel));
            return made.Refused(out var refusal) ? await Write(visit, request, chosen, visit.Say(refusal), cancel) : new SeeOther(links.PayPagePath(made.Value.Id));
        },
        cancel);

    private async Task<IResult> Write(AccountVisit visit, PageRequest request, IReadOnlyList<string> chosen, string? error, CancellationToken cancel)
    {
        var (first, shown) = (visit.PathOf(AccountSections.Services), await Read(visit, request, cancel));
        var own = PageFrom(first, request.Cursor);
        var data = new
        {
            Sections = visit.Sections(AccountSections.Services),
            Action = own,
            Key = ids.Token(),
            Error = error,
            Services = shown.Data.Select(card => new { Card = card, Chosen = chosen.Contains(card.Id) }),
            SeveralExtendable = shown.Data.Count(card => card.Extendable) > 1,
            FirstUrl = request.Cursor is null ? null : first,
            NextUrl = shown.NextCursor is { } next ? PageFrom(first, next) : null,
        };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit.Visit, "services", data, new PageOptions { Status = status, Address = own }, cancel);
    }

    private static string PageFrom(string first, string? cursor) => cursor is null ? first : QueryHelpers.AddQueryString(first, CursorParameter, cursor);

    private Task<PageView<ServiceCard>> Read(AccountVisit visit, PageRequest request, CancellationToken cancel) => reader.Read(visit.Merchant.Id, async db =>
    {
        var found = await db.Subscriptions.Where(row => row.CustomerId == visit.CustomerId).NewestFirst(request).ToPage(request, row => row.Id.Value, row => row, cancel);
        return new PageView<ServiceCard>(await cards.Of(db, visit, found.Data, cancel), found.NextCursor);
    });
}
