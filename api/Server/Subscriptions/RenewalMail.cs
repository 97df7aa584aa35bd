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

/// <summary>Tells a customer what the next period of a service waits for, and how to pay for it by hand (B6, ruling 32).</summary>
public sealed class RenewalMail(Reader reader, MerchantMail mail, Links links) : IJob
{
    private const string DayFormat = "O";
    private const string InvoiceWord = "invoice";
    private const string ConfirmWord = "confirm";

    public static string Kind => "mail.renewal";

    /// <param name="subscription">What has expired.</param>
    /// <param name="invoice">What can be paid by hand.</param>
    /// <param name="nextTry">The day on which the saved card is charged again.</param>
    public static JobDraft Failed(Subscription subscription, Id<Invoice> invoice, DateOnly? nextTry) =>
        Draft(subscription, $"{invoice}") with { Payload = nextTry?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "" };

    /// <summary>The automatic invoice has come, and cannot be made out as a paper for a bank transfer.</summary>
    public static JobDraft Invoiced(Subscription subscription, Id<Invoice> invoice) => Draft(subscription, $"{invoice}/{InvoiceWord}");

    /// <summary>The bank asks the card's owner to confirm; until then the service stays on.</summary>
    public static JobDraft ToConfirm(Subscription subscription, Id<Invoice> invoice) => Draft(subscription, $"{invoice}/{ConfirmWord}");

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var parts = run.Key.Split('/');
        var (merchant, renewal) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel),
            await Read(db, new Id<Subscription>(parts[0]), new Id<Invoice>(parts[1]), cancel)));
        if (renewal.Invoice.Status == InvoiceStatus.Open && renewal.Email is { Length: > 0 } email)
        {
            var wording = new Wording(LanguageCode.Parse(renewal.Invoice.Locale), merchant.Calendar());
            var draft = new MailDraft
            {
                JobId = run.Id,
                Template = "mail.renewal",
                Language = wording.Language,
                To = email,
                Data = TemplateModel.Of(Describe(renewal, parts[^1] == InvoiceWord ? InvoiceWord : renewal.Reason, run.Payload, wording)),
            };
            await mail.Send(merchant, draft, cancel);
        }

        await run.Complete((_, _) => Task.CompletedTask, cancel);
    }

    private static JobDraft Draft(Subscription subscription, string key) =>
        new(subscription.MerchantId, Kind, $"{subscription.Id}/{key}", DateTimeOffset.UnixEpoch, JobClock.System);

    private static async Task<WaitingRenewal> Read(BillingDb db, Id<Subscription> subscriptionId, Id<Invoice> invoiceId, CancellationToken cancel)
    {
        var subscription = await db.Subscriptions.SingleAsync(row => row.Id == subscriptionId, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == invoiceId, cancel);
        var charge = subscription.StandingOrder?.SavedCardId is { } card ? await StandingCards.LastCharge(db, subscription, invoiceId, card, cancel) : null;
        return new WaitingRenewal(subscription, invoice, charge, await BuyerEmails.Of(db, invoice, cancel));
    }

    private object Describe(WaitingRenewal renewal, string reason, string nextTry, Wording wording)
    {
        var line = renewal.Invoice.Lines.First(row => row.SubscriptionId == renewal.Subscription.Id);
        return new
        {
            Service = $"{line.ProductName}, {line.PlanName}",
            Reason = reason,
            On = renewal.Subscription.State.IsOn(),
            LastDay = wording.LastDay(renewal.Subscription.PaidUntil!.Value),
            Invoice = new
            {
                Number = renewal.Invoice.NumberText,
                Due = wording.Money(renewal.Invoice.Due),
                Through = wording.LastDay(renewal.Invoice.DueAt),
            },
            NextTry = nextTry.Length == 0 ? null : wording.Date(DateOnly.ParseExact(nextTry, DayFormat, CultureInfo.InvariantCulture)),
            PayUrl = links.Pay(renewal.Invoice.Id),
        };
    }

    private sealed record WaitingRenewal(Subscription Subscription, Invoice Invoice, Payment? Charge, string? Email)
    {
        /// <summary>A word for which the texts have a sentence.</summary>
        public string Reason => (Subscription.AutoPay, Charge) switch
        {
            (AutoPayMethod.Balance, _) => "balance",
            (_, { NeedsBuyer: true }) => ConfirmWord,
            (_, { Failure: "insufficientFunds" }) => "funds",
            (_, { Failure: "cardExpired" }) => "expired",
            _ => "card",
        };
    }
}
