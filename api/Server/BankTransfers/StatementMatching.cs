using System.Text.RegularExpressions;
using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.BankTransfers;

/// <summary>
/// Finds whose money an entry is: by the payment's reference in its text, or by the invoice's number. What might be the same money as was
/// seen before is never booked by itself; a person is shown it.
/// </summary>
public sealed partial class StatementMatching(BankReceipt receipt)
{
    /// <summary>All customers whose invoices the lines may name.</summary>
    public static Turn TurnOf(IReadOnlyList<StatementLine> lines)
    {
        var references = lines.SelectMany(line => WordsOf(line.Text)).Distinct().ToList();
        var invoices = lines.Select(line => NumberOf(line.Text)).OfType<(int Year, long Number)>().ToList();
        var years = invoices.Select(invoice => invoice.Year).Distinct().ToList();
        var numbers = invoices.Select(invoice => invoice.Number).Distinct().ToList();
        return new Turn(db => db.Payments.Where(row => row.Gateway == BankReceipt.Gateway && references.Contains(row.MerchantReference)).Select(row => row.CustomerId)
            .Union(db.Invoices.Where(row => years.Contains(row.NumberYear) && numbers.Contains(row.Number)).Select(row => row.CustomerId)));
    }

    /// <param name="db">The write.</param>
    /// <param name="entry">Which has just been imported.</param>
    /// <param name="text">All that stands in it; the entry keeps only the beginning.</param>
    /// <param name="cancel">Breaks it off.</param>
    public async Task Settle(BillingDb db, StatementEntry entry, string text, CancellationToken cancel)
    {
        if (await Find(db, text, cancel) is not { } named)
        {
            entry.End(StatementOutcome.NotFound, null);
        }
        else if (named.Currency != entry.Currency)
        {
            entry.End(StatementOutcome.CurrencyDiffers, named.Payments.FirstOrDefault());
        }
        else if (await SeenBefore(db, named, entry, cancel) is { } seen)
        {
            entry.End(StatementOutcome.AlreadyConfirmed, seen);
        }
        else
        {
            var payment = await Take(db, named, entry.AmountMinor, cancel);
            entry.End(payment is null ? StatementOutcome.NotFound : StatementOutcome.Confirmed, payment);
        }
    }

    private async Task<Payment?> Take(BillingDb db, NamedTransfers named, long received, CancellationToken cancel)
    {
        if (named.Awaited is not { } payment)
        {
            return await receipt.TakeUnannounced(db, named.InvoiceId, received, cancel);
        }

        await receipt.Take(db, payment, received, cancel);
        return payment;
    }

    /// <summary>
    /// A payment whose money this may be: one that a person has confirmed with this amount, or any confirmed one where nothing is awaited,
    /// unless the bank itself tells both entries apart.
    /// </summary>
    private static async Task<Payment?> SeenBefore(BillingDb db, NamedTransfers named, StatementEntry entry, CancellationToken cancel)
    {
        var ids = named.Confirmed.Select(payment => (Id<Payment>?)payment.Id).ToList();
        await db.StatementEntries.Where(row => ids.Contains(row.PaymentId)).LoadAsync(cancel);
        var taken = db.StatementEntries.Local.Where(row => row.IsTaken).ToList();
        return named.Confirmed.FirstOrDefault(payment => taken.FirstOrDefault(row => row.PaymentId == payment.Id) switch
        {
            null => payment.Charged == entry.Amount || named.Awaited is null,
            { } other => named.Awaited is null && (other.BankId is null || entry.BankId is null),
        });
    }

    private static async Task<NamedTransfers?> Find(BillingDb db, string text, CancellationToken cancel)
    {
        var words = WordsOf(text);
        var named = await db.Payments.Where(row => row.Gateway == BankReceipt.Gateway && words.Contains(row.MerchantReference)).Take(2).ToListAsync(cancel);
        return named is [var payment] ? new NamedTransfers(payment.InvoiceId, payment.Currency, named) : await FindByInvoice(db, text, cancel);
    }

    // Whoever paid by the printed invoice wrote its number.
    private static async Task<NamedTransfers?> FindByInvoice(BillingDb db, string text, CancellationToken cancel)
    {
        if (NumberOf(text) is not var (year, number))
        {
            return null;
        }

        if (await db.Invoices.SingleOrDefaultAsync(row => row.NumberYear == year && row.Number == number, cancel) is not { } invoice)
        {
            return null;
        }

        // Those of this very statement too, which are not in the database yet.
        await db.Payments.Where(row => row.Gateway == BankReceipt.Gateway && row.InvoiceId == invoice.Id).OrderByDescending(row => row.Id).Take(Limits.PaymentsShown).LoadAsync(cancel);
        var payments = db.Payments.Local.Where(row => row.Gateway == BankReceipt.Gateway && row.InvoiceId == invoice.Id);
        return new NamedTransfers(invoice.Id, invoice.Currency, [.. payments.OrderByDescending(row => row.Id)]);
    }

    private static List<string> WordsOf(string text) =>
        [.. Words().Matches(text).Select(match => match.Value.ToUpperInvariant()).Distinct().Take(Limits.StatementWords)];

    private static (int Year, long Number)? NumberOf(string text) => InvoiceNumber().Match(text) is { Success: true } match
        ? (int.Parse(match.Groups["year"].Value), long.Parse(match.Groups["number"].Value))
        : null;

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Za-z]{12}(?![0-9A-Za-z])")]
    private static partial Regex Words();

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})-(?<number>[0-9]{6})(?![0-9])")]
    private static partial Regex InvoiceNumber();

    /// <summary>The transfers that a text may be about, the newest first.</summary>
    private sealed record NamedTransfers(Id<Invoice> InvoiceId, Currency Currency, IReadOnlyList<Payment> Payments)
    {
        public IEnumerable<Payment> Confirmed => Payments.Where(payment => payment.Status == PaymentStatus.Succeeded);

        /// <summary>Money that was late is taken by a transfer that was given up; one that is waited for goes first.</summary>
        public Payment? Awaited => Payments.Where(payment => payment.Status != PaymentStatus.Succeeded).OrderByDescending(payment => payment.IsUndecided).FirstOrDefault();
    }
}
