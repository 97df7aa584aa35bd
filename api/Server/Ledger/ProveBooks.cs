using BillingHeadless.Server.Ledger.Proof;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Ledger;

/// <summary>Whether the books hold, check by check.</summary>
public sealed record BooksProofView(bool Balanced, IReadOnlyList<ProofCheck> Checks);

public sealed class ProveBooks(BooksProof proof) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/books/proof", ([FromServices] ProveBooks endpoint, Call call, CancellationToken cancel) => endpoint.Handle(call, cancel))
        .Is(nameof(ProveBooks), "Books", "Recomputes everything from the transfers and names what does not hold.")
        .WithDescription(Describe())
        .ForKey("payments:read");

    public async Task<Answer<BooksProofView>> Handle(Call call, CancellationToken cancel)
    {
        var checks = await proof.Prove(call.Caller.MerchantId, cancel);
        return new BooksProofView(checks.All(check => check.Holds), checks);
    }

    private static string Describe() =>
        "What rests on something that was found broken is not judged again, so that each fault is named once. The checks:\n\n"
        + string.Join('\n', BooksProof.Checks.Select(check => $"- `{check.Name}`: {check.Claim}"));
}
