using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Hosted.Paying;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>The buyer's own page: licences with their end, invoices with their payment links, documents (A7).</summary>
public sealed class AccountPage(MerchantPages merchants, PageWriter pages, Reader reader, LicenceKeys keys, Links links, Clock clock) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/m/{merchantId}/account",
        ([FromServices] AccountPage page, string merchantId, HttpContext context, CancellationToken cancel) => page.Show(merchantId, context, cancel));

    public async Task<IResult> Show(string merchantId, HttpContext context, CancellationToken cancel) => await merchants.Open(merchantId, context, cancel) switch
    {
        null => Results.NotFound(),
        { Visitor: null } visit => new SeeOther(Links.LoginPath(visit.Merchant.Id)),
        { } visit => await pages.Write(visit, "account", await Describe(visit, visit.Visitor.Customers, cancel), options: null, cancel),
    };

    private Task<object> Describe(Visit visit, IReadOnlyList<Id<Customer>> customers, CancellationToken cancel) => reader.Read<object>(visit.Merchant.Id, async db =>
    {
        var licences = await NewestOf(db.Licences, customers, row => row.Id.Value, cancel);
        var invoices = await NewestOf(db.Invoices.Include(row => row.Lines), customers, row => row.Id.Value, cancel);
        var issued = db.Documents.Where(row => db.DocumentFiles.Any(file => file.DocumentId == row.Id));
        var documents = await NewestOf(issued, customers, row => row.Id.Value, cancel);
        var sold = licences.Select(licence => licence.ProductId).Distinct().ToList();
        var products = await db.Products.Where(row => sold.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.NameIn(visit.Language.Code), cancel);
        var buttons = await db.Buttons.Where(row => sold.Contains(row.ProductId)).OrderBy(row => row.Id).ToListAsync(cancel);
        return new
        {
            Sections = AccountSections.Of(visit, AccountSections.Overview, seat: null),
            LogoutAction = $"/m/{visit.Merchant.Id}/logout",
            Licences = licences.Select(licence => Show(visit, licence, products[licence.ProductId], buttons.FirstOrDefault(button => button.ProductId == licence.ProductId)?.Id.Value)),
            Invoices = invoices.Select(invoice => Show(visit, invoice)),
            Documents = documents.Select(document => Show(visit, document)),
        };
    });

    /// <summary>One customer after the other: asked for several at once, a database walks through all rows of the merchant.</summary>
    private static async Task<IReadOnlyList<TRow>> NewestOf<TRow>(IQueryable<TRow> rows, IReadOnlyList<Id<Customer>> customers, Func<TRow, string> id, CancellationToken cancel)
        where TRow : class, IEntity
    {
        var found = new List<TRow>();
        foreach (var customer in customers)
        {
            var own = rows.Where(row => EF.Property<Id<Customer>>(row, nameof(Invoice.CustomerId)) == customer);
            found.AddRange(await own.NewestFirst(new PageRequest()).Take(Limits.PageSize).ToListAsync(cancel));
        }

        return [.. found.OrderByDescending(id, StringComparer.Ordinal).Take(Limits.PageSize)];
    }

    private object Show(Visit visit, Licence licence, string product, string? button) => new
    {
        Product = product,
        licence.Edition,
        licence.Portal,
        State = OutcomeNames.Of(LicenceView.StatusAt(licence, clock.NowOf(visit.Merchant))),
        LastDay = visit.Wording.LastDay(licence.ValidUntil),
        Key = keys.Open(licence.KeyCipher),
        ExtendUrl = button is null ? null : $"/b/{button}?portal={Uri.EscapeDataString(licence.Portal)}",
    };

    private object Show(Visit visit, Invoice invoice)
    {
        var isPayable = invoice.Status == InvoiceStatus.Open && clock.NowOf(visit.Merchant) < invoice.DueAt;
        return new
        {
            Card = InvoiceCard.Of(visit, invoice),
            Date = visit.Wording.ShortDate(invoice.IssuedOn),
            State = OutcomeNames.Of(invoice.Status == InvoiceStatus.Open && !isPayable ? InvoiceStatus.Expired : invoice.Status),
            Url = $"/pay/{links.PayPath(invoice.Id)}",
            Payable = isPayable,
        };
    }

    private static object Show(Visit visit, Document document) => new
    {
        Kind = OutcomeNames.Of(document.Kind),
        Number = document.NumberText,
        Total = visit.Wording.Money(document.TotalMinor, document.Currency),
        Url = $"/m/{visit.Merchant.Id}/account/documents/{document.Id}",
    };
}
