using System.ComponentModel.DataAnnotations;
using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>A bank's statement.</summary>
public sealed record ImportStatementRequest
{
    public required StatementFormat Format { get; init; }

    /// <summary>The file as text.</summary>
    [StringLength(Limits.StatementLength, MinimumLength = 1)]
    public required string Content { get; init; }
}

/// <summary>What became of each entry of a statement.</summary>
public sealed record StatementView(IReadOnlyList<StatementEntryView> Entries);

/// <summary>
/// Takes a statement and confirms every transfer whose reference, or whose invoice's number, stands in an entry's text. An entry is taken
/// once, however often statements bring it.
/// </summary>
public sealed class ImportStatement(OnceWriter writer, StatementMatching matching, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/statements", ([FromServices] ImportStatement endpoint, ImportStatementRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(ImportStatement), "Payments", "Takes a bank's statement and confirms the transfers that it names.")
        .ForKey("payments:write")
        .Once()
        .Gives<StatementView>()
        .Refuses(BankTransferRefusals.StatementUnreadable);

    public Task<IResult> Handle(ImportStatementRequest request, Call call, CancellationToken cancel) =>
        Statement.Read(request.Format, request.Content) is { Count: <= Limits.StatementEntries } lines
            ? writer.Write(call, StatementMatching.TurnOf(lines), (db, token) => Import(db, [.. lines.Where(line => line.Amount.Minor > 0)], token), cancel)
            : writer.Write<StatementView>(call, (_, _) => Task.FromResult<Answer<StatementView>>(BankTransferRefusals.StatementUnreadable), cancel);

    private async Task<Answer<StatementView>> Import(BillingDb db, IReadOnlyList<StatementLine> lines, CancellationToken cancel)
    {
        var fingerprints = StatementEntry.Fingerprints(lines);
        var known = await db.StatementEntries.Where(entry => fingerprints.Contains(entry.Fingerprint)).ToDictionaryAsync(entry => entry.Fingerprint, cancel);
        var now = clock.NowOf(await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel));
        var views = new List<Func<StatementEntryView>>();
        foreach (var (line, fingerprint) in lines.Zip(fingerprints))
        {
            if (known.TryGetValue(fingerprint, out var before))
            {
                views.Add(() => StatementEntryView.Of(before, alreadyImported: true));
                continue;
            }

            var entry = StatementEntry.Import(ids.New<StatementEntry>(), db.Merchant, line, fingerprint, now);
            await matching.Settle(db, entry, line.Text, cancel);
            db.StatementEntries.Add(entry);
            views.Add(() => StatementEntryView.Of(entry));
        }

        return Answer<StatementView>.Found(() => new StatementView([.. views.Select(view => view())]));
    }
}
