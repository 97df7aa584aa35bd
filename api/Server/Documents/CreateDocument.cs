using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Documents;

/// <summary>Which document is to be made, of what.</summary>
public sealed record CreateDocumentRequest
{
    public required DocumentKind Kind { get; init; }

    /// <summary>The invoice that it is about, or else the payment.</summary>
    [Line(Limits.CodeLength)]
    public string? InvoiceId { get; init; }

    [Line(Limits.CodeLength)]
    public string? PaymentId { get; init; }

    /// <summary>Of an act: the lines of the invoice that it is about, by their ids; all of them when left out. A line stands in one act only.</summary>
    [MinLength(1), Count(Limits.ListItems), EachLine(Limits.CodeLength)]
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>The customer that it is made out to, whose requisites it names and who gets it; the buyer when left out; of an act the one whose account paid.</summary>
    [Line(Limits.CodeLength)]
    public string? Addressee { get; init; }

    /// <summary>Of its file: pdf, html, or what else an installed plugin makes.</summary>
    [Line(Limits.CodeLength)]
    public string Format { get; init; } = DocumentFormats.Pdf;
}

/// <summary>Facts and number in one commit, then the file, then the file with the answer in another. A crash leaves the rest to a job.</summary>
public sealed class CreateDocument(
    IWriter writer, OnceWriter once, Reader reader, DocumentRequests requests, DocumentFreezing freezing, DocumentPrinting printing, DocumentIssuing issuing) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/documents", ([FromServices] CreateDocument endpoint, CreateDocumentRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateDocument), "Documents", "Makes an act of what has been paid, an invoice for payment of an open invoice, or a receipt.")
        .ForKey("documents:write")
        .Once()
        .Makes<DocumentView>()
        .Refuses(
            DocumentRefusals.FormatUnknown,
            DocumentRefusals.SubjectUnclear,
            InvoiceRefusals.NotFound,
            PaymentRefusals.NotFound,
            CustomerRefusals.NotFound,
            DocumentRefusals.LinesFixed,
            DocumentRefusals.LineUnknown,
            InvoiceRefusals.NotOpen,
            DocumentRefusals.NotPaid,
            DocumentRefusals.TopUpHasNoAct,
            DocumentRefusals.BonusHasNoAct,
            DocumentRefusals.AlreadyIssued,
            DocumentRefusals.RequisitesMissing);

    public async Task<IResult> Handle(CreateDocumentRequest request, Call call, CancellationToken cancel)
    {
        var merchant = call.Caller.MerchantId;
        var (answer, id) = await writer.Write(merchant, TurnOf(request), (db, token) => Reserve(db, request, call, token), cancel);
        if (answer is not null)
        {
            return answer is StoredAnswer { LostResourceId: { } lost } ? await AsItStands(lost, call, cancel) : answer;
        }

        var printed = await printing.Print(merchant, id, cancel);
        return await writer.Write(merchant, (db, token) => Settle(db, id, printed, call, token), CancellationToken.None);
    }

    private static Turn TurnOf(CreateDocumentRequest request) => request switch
    {
        { InvoiceId: { } invoice } => Turn.Of(new Id<Invoice>(invoice)),
        { PaymentId: { } payment } => Turn.Of(new Id<Payment>(payment)),
        _ => Turn.Nobodys,
    };

    private async Task<(IResult? Answer, Id<Document> Id)> Reserve(BillingDb db, CreateDocumentRequest request, Call call, CancellationToken cancel)
    {
        if (call.IdempotencyKey is not null && await once.Find(db, call, cancel) is { } stored)
        {
            return (stored, default);
        }

        var planned = await requests.Plan(db, request, cancel);
        if (planned.Refused(out var refusal))
        {
            Answer<DocumentView> refused = refusal;
            once.Keep(db, call, refused);
            return (refused, default);
        }

        await freezing.Freeze(db, planned.Value, cancel);
        once.Reserve(db, call, planned.Value.Id.Value);
        return (null, planned.Value.Id);
    }

    private async Task<Answer<DocumentView>> Settle(BillingDb db, Id<Document> id, Printed printed, Call call, CancellationToken cancel)
    {
        var document = await db.Documents.SingleAsync(row => row.Id == id, cancel);
        await issuing.Keep(db, document, printed, cancel);
        var made = Answer<DocumentView>.Made(() => DocumentView.Of(document), $"/v1/documents/{document.Id}");
        await once.Settle(db, call, made, cancel);
        return made;
    }

    private Task<Answer<DocumentView>> AsItStands(string documentId, Call call, CancellationToken cancel) => reader.Read<Answer<DocumentView>>(
        call.Caller.MerchantId,
        async db => DocumentView.Of(await db.Documents.SingleAsync(row => row.Id == new Id<Document>(documentId), cancel)));
}
