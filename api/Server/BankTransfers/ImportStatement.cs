using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Payments;
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

/// <summary>Money that came, and the payment that it settled.</summary>
/// <param name="Id">The bank's name of the entry.</param>
/// <param name="Amount">What came.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="PaymentId">The transfer that it belongs to, when one was found.</param>
public sealed record StatementEntryView(string Id, MoneyBody Amount, StatementOutcome Outcome, string? PaymentId);

public enum StatementOutcome
{
    /// <summary>The transfer is confirmed with this amount.</summary>
    Confirmed,

    /// <summary>The transfer had been confirmed before: nothing is changed.</summary>
    AlreadyConfirmed,

    /// <summary>The transfer is in another currency: a person must look.</summary>
    CurrencyDiffers,

    /// <summary>No transfer of ours is named in the text: a person must look.</summary>
    NotFound,
}

/// <summary>Takes a statement and confirms every transfer whose reference, or whose invoice's number, stands in an entry's text.</summary>
public sealed partial class ImportStatement(OnceWriter writer, BankReceipt receipt) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/statements", ([FromServices] ImportStatement endpoint, ImportStatementRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(ImportStatement), "Payments", "Takes a bank's statement and confirms the transfers that it names.")
        .ForKey("payments:write")
        .Once()
        .Gives<StatementView>()
        .Refuses(BankTransferRefusals.StatementUnreadable);

    public Task<IResult> Handle(ImportStatementRequest request, Call call, CancellationToken cancel) => writer.Write<StatementView>(
        call,
        async (db, token) =>
        {
            if (Statement.Read(request.Format, request.Content) is not { Count: <= Limits.StatementEntries } entries)
            {
                return BankTransferRefusals.StatementUnreadable;
            }

            var views = new List<StatementEntryView>();
            foreach (var entry in entries)
            {
                views.Add(await Take(db, entry, token));
            }

            return Answer<StatementView>.Found(() => new StatementView(views));
        },
        cancel);

    private async Task<StatementEntryView> Take(BillingDb db, StatementEntry entry, CancellationToken cancel)
    {
        var payment = await Find(db, entry.Text, cancel);
        var outcome = payment switch
        {
            null => StatementOutcome.NotFound,
            { Status: PaymentStatus.Succeeded } => StatementOutcome.AlreadyConfirmed,
            _ when payment.Currency != entry.Amount.Currency || entry.Amount.Minor <= 0 => StatementOutcome.CurrencyDiffers,
            _ => StatementOutcome.Confirmed,
        };
        if (outcome == StatementOutcome.Confirmed)
        {
            await receipt.Take(db, payment!, entry.Amount.Minor, cancel);
        }

        return new StatementEntryView(entry.Id, MoneyBody.Of(entry.Amount), outcome, payment?.Id.Value);
    }

    private static async Task<Payment?> Find(BillingDb db, string text, CancellationToken cancel)
    {
        var words = Words().Matches(text).Select(match => match.Value.ToUpperInvariant()).Distinct().Take(Limits.StatementWords).ToList();
        var named = await db.Payments.Where(row => row.Gateway == BankReceipt.Gateway && words.Contains(row.MerchantReference)).Take(2).ToListAsync(cancel);
        return named.Count == 1 ? named[0] : await FindByInvoice(db, text, cancel);
    }

    // Whoever paid by the printed invoice wrote its number.
    private static async Task<Payment?> FindByInvoice(BillingDb db, string text, CancellationToken cancel)
    {
        if (InvoiceNumber().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (year, number) = (int.Parse(match.Groups["year"].Value), long.Parse(match.Groups["number"].Value));
        var invoice = await db.Invoices.SingleOrDefaultAsync(row => row.NumberYear == year && row.Number == number, cancel);
        return invoice is null
            ? null
            : await db.Payments.Where(row => row.Gateway == BankReceipt.Gateway && row.InvoiceId == invoice.Id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel);
    }

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Za-z]{12}(?![0-9A-Za-z])")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\d)(?<year>\d{4})-(?<number>\d{6})(?!\d)")]
    private static partial Regex InvoiceNumber();
}
