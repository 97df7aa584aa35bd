using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>To whom a document is sent.</summary>
public sealed record SendDocumentRequest
{
    /// <summary>Another address than the one that was given in the order.</summary>
    [Line(Limits.NameLength)]
    public string? Email { get; init; }
}

public sealed class SendDocument(OnceWriter writer, IdSource ids, Clock clock) : IEndpoint
{
    private const string UniquePrefix = "mail";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/documents/{id}/send", ([FromServices] SendDocument endpoint, string id, SendDocumentRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(SendDocument), "Documents", "Sends an issued document by e-mail, also once more.")
        .ForKey("documents:write")
        .Once()
        .Gives<DocumentView>()
        .Refuses(DocumentRefusals.NotFound, DocumentRefusals.NotReady, CustomerRefusals.EmailInvalid);

    public Task<IResult> Handle(string id, SendDocumentRequest request, Call call, CancellationToken cancel) => writer.Write<DocumentView>(
        call,
        async (db, token) =>
        {
            if (await GetDocument.Find(db, id, call.Caller, token) is not { } document)
            {
                return DocumentRefusals.NotFound;
            }

            if (!await db.DocumentFiles.AnyAsync(file => file.DocumentId == document.Id, token))
            {
                return DocumentRefusals.NotReady;
            }

            var email = EmailAddress.Parse(request.Email ?? document.Email);
            if (!email.IsAccepted)
            {
                return CustomerRefusals.EmailInvalid.At("email", email.Problem);
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, token);
            db.Outbox.Plan(DocumentMail.Again(document, $"{email.Value}", ids.Text(UniquePrefix), clock.NowOf(merchant)));
            return Answer<DocumentView>.Found(() => DocumentView.Of(document));
        },
        cancel);
}
