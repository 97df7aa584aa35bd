using BillingHeadless.Domain.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>The file of an issued document; it never changes.</summary>
public sealed class GetDocumentContent(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/documents/{id}/content", ([FromServices] GetDocumentContent endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetDocumentContent), "Documents", "Reads the file of an issued document.")
        .ForKey("documents:read", orCustomer: true)
        .Produces<Stream>(StatusCodes.Status200OK, "application/pdf", "text/html")
        .Refuses(DocumentRefusals.NotFound, DocumentRefusals.NotReady);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => reader.Read<IResult>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await GetDocument.Find(db, id, call.Caller, cancel) is not { } document)
            {
                return (Answer<DocumentView>)DocumentRefusals.NotFound;
            }

            var file = await db.DocumentFiles.SingleOrDefaultAsync(row => row.DocumentId == document.Id, cancel);
            return file is null ? (Answer<DocumentView>)DocumentRefusals.NotReady : new FileAnswer(DocumentNames.FileOf(document), file.MediaType, file.Content);
        });
}
