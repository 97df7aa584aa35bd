using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Which documents: all filters hold together.</summary>
public sealed record ListDocumentsFilter(
    [property: FromQuery(Name = "invoiceId"), StringLength(Limits.CodeLength)] string? InvoiceId,
    [property: FromQuery(Name = "status")] Wire<DocumentStatus>? Status,
    [property: FromQuery(Name = "kind")] Wire<DocumentKind>? Kind);

public sealed class ListDocuments(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/documents", ([FromServices] ListDocuments endpoint, [AsParameters] ListDocumentsFilter filter, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(filter, page, call, cancel))
        .Is(nameof(ListDocuments), "Documents", "Lists documents, newest first; acts that are late have the status overdue.")
        .ForKey("documents:read", orCustomer: true);

    public async Task<Answer<PageView<DocumentView>>> Handle(ListDocumentsFilter filter, PageRequest page, Call call, CancellationToken cancel) => await reader.Read(
        call.Caller.MerchantId,
        db => Narrow(db.Documents, filter, call.Caller).NewestFirst(page).ToPage(page, document => document.Id.Value, DocumentView.Of, cancel));

    private static IQueryable<Document> Narrow(IQueryable<Document> documents, ListDocumentsFilter filter, Caller caller)
    {
        if (filter.InvoiceId is { } invoice)
        {
            documents = documents.Where(document => document.InvoiceId == new Id<Invoice>(invoice));
        }

        if (filter.Status is { } status)
        {
            documents = documents.Where(document => document.Status == status.Value);
        }

        if (filter.Kind is { } kind)
        {
            documents = documents.Where(document => document.Kind == kind.Value);
        }

        return caller.CustomerId is { } own ? documents.Where(document => document.CustomerId == own) : documents;
    }
}
