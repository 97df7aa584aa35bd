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
        .ForKey("payments:read");

    public async Task<Answer<BooksProofView>> Handle(Call call, CancellationToken cancel)
    {
        var checks = await proof.Prove(call.Caller.MerchantId, cancel);
        return new BooksProofView(checks.All(check => check.Holds), checks);
    }
}
