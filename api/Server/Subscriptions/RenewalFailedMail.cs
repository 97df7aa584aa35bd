using System.Globalization;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>Tells a customer that a service was not extended by itself, why, and how to pay for it by hand (ruling 32).</summary>
public sealed class RenewalFailedMail(Reader reader, MerchantMail mail, Links links) : IJob
{
    private const string DayFormat = "O";

    public static string Kind => "mail.renewalFailed";

    /// <param name="subscription">What has expired.</param>
    /// <param name="invoice">What can be paid by hand.</param>
    /// <param name="nextTry">The day on which the saved card is charged again.</param>
    public static JobDraft For(Subscription subscription, Id<Invoice> invoice, DateOnly? nextTry) =>
        Draft(subscription, $"{invoice}") with { Payload = nextTry?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "" };

    /// <summary>The bank asks the card's owner to confirm; until then the service stays on.</summary>
    public static JobDraft ToConfirm(Subscription subscription, Id<Invoice> invoice) => Draft(subscription, $"{invoice}/confirm");

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var parts = run.Key.Split('/');
        var (merchant, failure) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel),
            await Read(db, new Id<Subscription>(parts[0]), new Id<Invoice>(parts[1]), cancel)));
        if (failure.Invoice.Status == InvoiceStatus.Open && failure.Email is { Length: > 0 } email)
        {
            var wording = new Wording(LanguageCode.Parse(failure.Invoice.Locale), merchant.Calendar());
            var draft = new MailDraft
            {
                JobId = run.Id,
                Template = "mail.renewalFailed",
                Language = wording.Language,
                To = email,
                Data = TemplateModel.Of(Describe(failure, run.Payload, wording)),
            };
            await mail.Send(merchant, draft, cancel);
        }

        await run.Complete((_, _) => Task.CompletedTask, cancel);
    }

    private static JobDraft Draft(Subscription subscription, string key) =>
        new(subscription.MerchantId, Kind, $"{subscription.Id}/{key}", DateTimeOffset.UnixEpoch, JobClock.System);

    private static async Task<Failure> Read(BillingDb db, Id<Subscription> subscriptionId, Id<Invoice> invoiceId, CancellationToken cancel)
    {
        var subscription = await db.Subscriptions.SingleAsync(row => row.Id == subscriptionId, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == invoiceId, cancel);
        var charge = subscription.StandingOrder?.SavedCardId is { } card ? await StandingCards.LastCharge(db, subscription, invoiceId, card, cancel) : null;
        return new Failure(subscription, invoice, charge, await BuyerEmails.Of(db, invoice, cancel));
    }

    private object Describe(Failure failure, string nextTry, Wording wording)
    {
        var line = failure.Invoice.Lines.First(row => row.SubscriptionId == failure.Subscription.Id);
        return new
        {
            Service = $"{line.ProductName}, {line.PlanName}",
            Reason = failure.Reason,
            LastDay = wording.LastDay(failure.Subscription.PaidUntil!.Value),
            Invoice = new
            {
                Number = failure.Invoice.NumberText,
                Due = wording.Money(failure.Invoice.Due),
                Through = wording.LastDay(failure.Invoice.DueAt),
            },
            NextTry = nextTry.Length == 0 ? null : wording.Date(DateOnly.ParseExact(nextTry, DayFormat, CultureInfo.InvariantCulture)),
            PayUrl = links.Pay(failure.Invoice.Id),
        };
    }

    private sealed record Failure(Subscription Subscription, Invoice Invoice, Payment? Charge, string? Email)
    {
        /// <summary>A word for which the texts have a sentence.</summary>
        public string Reason => (Subscription.AutoPay, Charge) switch
        {
            (AutoPayMethod.Balance, _) => "balance",
            (_, { NeedsBuyer: true }) => "confirm",
            (_, { Failure: "insufficientFunds" }) => "funds",
            (_, { Failure: "cardExpired" }) => "expired",
            _ => "card",
        };
    }
}
