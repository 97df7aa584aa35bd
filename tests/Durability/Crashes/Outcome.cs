using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>
/// All that has come of a purchase and its refund, each thing with its name: in the database, in the outbox, in the proof of the books
/// and in the provider's own book. It is the same with and without a crash.
/// </summary>
internal sealed class Outcome
{
    /// <summary>An attempt that a crash has cut off is told as well as the one that was made instead: these may come more often.</summary>
    private static readonly string[] AboutAttempts =
    [
        "payment.started", "payment.cancelled", "payment.unknown", "refund.created", "refund.declined", "refund.unknown",
    ];

    private readonly Dictionary<string, string> facts = [];

    private Outcome()
    {
    }

    public string this[string name] => facts[name];

    public static async Task<Outcome> Read(Installation server, Seller seller)
    {
        var outcome = new Outcome();
        await using (var db = server.Database.OpenContext())
        {
            db.Begin(new Id<Merchant>(seller.Merchant.Id));
            await outcome.ReadPurchase(db);
            await outcome.ReadMoney(db);
            await outcome.ReadPapers(db);
        }

        var proof = await server.Client(seller.Merchant.SecretKey).ProveBooksAsync();
        outcome.Note("books", proof.Checks.Where(check => !check.Holds).Select(check => $"{check.Name}: {string.Join(", ", check.Broken)}"));
        outcome.Note("provider's book", (await seller.Account.Book()).Select(amount => $"{amount}"));
        outcome.Note("mails", SentMail.In(server.Database.Directory).Where(mail => mail.To == seller.BuyersEmail).Select(mail => mail.Subject).Order(StringComparer.Ordinal));
        return outcome;
    }

    /// <summary>What is not as it should be, by name.</summary>
    public IEnumerable<string> DifferencesFrom(Outcome right) =>
        right.facts.Where(fact => facts[fact.Key] != fact.Value).Select(fact => $"{fact.Key}: '{facts[fact.Key]}' instead of '{fact.Value}'");

    private async Task ReadPurchase(BillingDb db)
    {
        Note("customers", [$"{await db.Customers.CountAsync()}"]);
        Note("orders", (await db.Orders.ToListAsync()).Select(order => $"{order.Number} {order.Status}"));
        Note("invoices", (await db.Invoices.ToListAsync()).Select(row => $"{row.Number} {row.Status} {row.TotalMinor} paid {row.PaidMinor} refunded {row.RefundedMinor}"));
        Note("licences", (await db.Licences.ToListAsync()).Select(Describe));
        Note("terms", (await db.LicenceTerms.ToListAsync()).Select(term => $"{term.Months} from {term.Anchor:O} {(term.IsPaid ? "paid" : "taken back")}"));
    }

    private async Task ReadMoney(BillingDb db)
    {
        var (payments, refunds) = (await db.Payments.ToListAsync(), await db.Refunds.ToListAsync());
        Note("payments", payments.Where(row => row.Status == PaymentStatus.Succeeded).Select(row => $"{row.AppliedMinor} unapplied {row.UnappliedMinor} refunded {row.RefundedMinor}"));
        Note("payments in doubt", payments.Where(row => row.IsUndecided || row.NeedsPerson).Select(row => $"{row.Status} {row.Failure}"));
        Note("refunds", refunds.Where(row => row.Status == RefundStatus.Succeeded).Select(row => $"{row.AmountMinor}"));
        Note("refunds in doubt", refunds.Where(row => row.IsUndecided || row.NeedsPerson).Select(row => $"{row.Status} {row.Failure}"));
    }

    private async Task ReadPapers(BillingDb db)
    {
        var acts = await db.Documents.OrderBy(row => row.Number).ToListAsync();
        var files = await db.DocumentFiles.Select(file => file.DocumentId).ToListAsync();
        var events = await db.Events.OrderBy(row => row.Type).Select(row => row.Type).ToListAsync();
        Note("acts", acts.Select(act => $"{act.Number} {act.Variant} {act.Status} {act.TotalMinor} in {files.Count(file => file == act.Id)} file"));
        Note("events", events.Where(type => !AboutAttempts.Contains(type)));
        Note("jobs that failed", (await db.Jobs.Where(job => job.State == JobState.Failed).ToListAsync()).Select(job => $"{job.Kind} {job.LastError}"));
    }

    /// <summary>The end of a revoked licence is the moment of that, which a crash puts off.</summary>
    private static string Describe(Licence licence) =>
        $"{licence.Portal} {licence.Status}{(licence.Status == LicenceStatus.Revoked ? "" : $" until {licence.ValidUntil:O}")}";

    private void Note(string name, IEnumerable<string> lines) => facts.Add(name, string.Join("; ", lines));
}
