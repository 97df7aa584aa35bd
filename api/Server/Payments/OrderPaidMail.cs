using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Templates;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Tells the buyer that the payment has come and what it brought.</summary>
public sealed class OrderPaidMail(Reader reader, MerchantMail mail, LicenceKeys keys, Links links) : IJob
{
    public static string Kind => "mail.orderPaid";

    public static JobDraft For(Order order) => new(order.MerchantId, Kind, order.Id.Value, DateTimeOffset.UnixEpoch, JobClock.System);

    public async Task Run(JobRun run, CancellationToken cancel)
    {
        var (merchant, purchase) = await reader.Read(run.MerchantId, async db => (
            await db.Merchants.SingleAsync(row => row.Id == run.MerchantId, cancel),
            await Read(db, new Id<Order>(run.Key), cancel)));
        var language = LanguageCode.Parse(purchase.Order.Locale);
        var draft = new MailDraft
        {
            JobId = run.Id,
            Template = "mail.orderPaid",
            Language = language,
            To = purchase.Order.Email,
            Data = TemplateModel.Of(Describe(merchant, purchase, new Wording(language, merchant.Calendar()))),
        };
        await mail.Send(merchant, draft, cancel);
        await run.Complete((_, _) => Task.CompletedTask, cancel);
    }

    private static async Task<Purchase> Read(BillingDb db, Id<Order> id, CancellationToken cancel)
    {
        var order = await db.Orders.SingleAsync(row => row.Id == id, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == order.InvoiceId, cancel);
        var paid = db.LicenceTerms.Where(term => term.InvoiceId == invoice.Id).Select(term => term.LicenceId);
        var licences = await db.Licences.Where(row => paid.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancel);
        return new Purchase(order, invoice, licences);
    }

    private object Describe(Merchant merchant, Purchase purchase, Wording wording) => new
    {
        Order = new
        {
            purchase.Order.Number,
            Total = wording.Money(purchase.Invoice.Total),
            Lines = purchase.Invoice.Lines.OrderBy(line => line.Ordinal).Select(line => new
            {
                Name = $"{line.ProductName}, {line.PlanName}",
                Term = line.Months > 0 ? wording.Term(line.Months) : null,
                line.Quantity,
                Amount = wording.Money(line.GrossMinor, purchase.Invoice.Currency),
            }),
        },
        Licences = purchase.Licences.Select(licence => new
        {
            Name = $"{purchase.NameOf(licence)}, {licence.Edition}",
            licence.Portal,
            LastDay = wording.LastDay(licence.ValidUntil),
            Key = keys.Open(licence.KeyCipher),
        }),
        AccountUrl = links.Account(merchant.Id),
    };

    private sealed record Purchase(Order Order, Invoice Invoice, IReadOnlyList<Licence> Licences)
    {
        public string NameOf(Licence licence) => Invoice.Lines.First(line => line.ProductId == licence.ProductId).ProductName;
    }
}
