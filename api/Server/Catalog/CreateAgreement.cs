using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>What an agreement, or a new version of one, is made with.</summary>
public sealed record CreateAgreementRequest
{
    /// <summary>Makes a new version of the agreement that has this id in any of its versions; absent: a new agreement.</summary>
    [Line(Limits.CodeLength)]
    public string? PreviousId { get; init; }

    /// <summary>The title where none is given in the reader's language.</summary>
    [Line(Limits.NameLength)]
    public required string Title { get; init; }

    /// <summary>The title by language.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The text by language, at least one: plain text with blank lines between paragraphs.</summary>
    [MinLength(1), Count(Limits.MapEntries), ByLanguage(Limits.LongTextLength)]
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    public AgreementDraft ToDraft() => new(Title, Titles, Texts);
}

public sealed class CreateAgreement(OnceWriter writer, IdSource ids, Clock clock, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/agreements", ([FromServices] CreateAgreement endpoint, CreateAgreementRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateAgreement), "Catalogue", "Publishes an agreement, or a new version of one; from then on buyers accept the new one.")
        .ForKey("catalog:write")
        .Once()
        .Makes<AgreementView>()
        .Refuses(CatalogRefusals.AgreementNotFound);

    public Task<IResult> Handle(CreateAgreementRequest request, Call call, CancellationToken cancel) => writer.Write<AgreementView>(
        call,
        async (db, token) =>
        {
            var previous = request.PreviousId is { } id ? await db.Agreements.ById(id, token) : null;
            if (request.PreviousId is not null && previous is null)
            {
                return CatalogRefusals.AgreementNotFound;
            }

            var last = previous is null ? null : (await Agreements.Current(db, [previous.Series], token)).Single();
            var agreement = Agreement.Create(ids.New<Agreement>(), call.Caller.MerchantId, last, request.ToDraft(), clock.Now());
            db.Agreements.Add(agreement);
            return Answer<AgreementView>.Made(() => AgreementView.Of(agreement, links), $"/v1/agreements/{agreement.Id}");
        },
        cancel);
}
