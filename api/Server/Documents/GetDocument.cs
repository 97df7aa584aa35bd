using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Documents;

public sealed class GetDocument(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/documents/{id}", ([FromServices] GetDocument endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetDocument), "Documents", "Reads what is known of a document; its file is its content.")
        .ForKey("documents:read", orCustomer: true)
        .Refuses(DocumentRefusals.NotFound);

    public Task<Answer<DocumentView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<DocumentView>>(
        call.Caller.MerchantId,
        async db => await Find(db, id, call.Caller, cancel) is { } document ? DocumentView.Of(document) : DocumentRefusals.NotFound);

    /// <summary>The document, when the caller may see it.</summary>
    public static async Task<Document?> Find(BillingDb db, string id, Caller caller, CancellationToken cancel) =>
        await db.Documents.ById(id, cancel) is { } document && caller.MayActFor(document.CustomerId) ? document : null;
}
