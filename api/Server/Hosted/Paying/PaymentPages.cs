using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Hosted.Accounts;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>What the buyer sees of an invoice: that it is paid, that we are asking, or how it can be paid.</summary>
public sealed class PaymentPages(Reader reader, WaysToPay ways, PageOrigins origins, PageWriter pages, Links links)
{
    private const int LookAgainSeconds = 2;

    /// <param name="visit">For whom.</param>
    /// <param name="found">The invoice.</param>
    /// <param name="problem">Why the last attempt has not paid it, in the buyer's words.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public Task<PageResult> Show(Visit visit, PaidInvoice found, string? problem, CancellationToken cancel) => found switch
    {
        { Invoice.Status: InvoiceStatus.Paid } => ShowPaid(visit, found, cancel),
        { Unknown: { } unknown } => ShowChecking(visit, found, unknown, looks: 0, cancel),
        _ => ShowWays(visit, found, problem, cancel),
    };

    /// <summary>
    /// Where the buyer of a payment goes now: to the gateway's page; to wait, while the gateway is still asked for it; to
    /// the invoice, which shows any other step; or to see what has become of it.
    /// </summary>
    public string NextAddress(Payment payment) => payment switch
    {
        _ when IsStarting(payment) => $"{PathOf(payment.InvoiceId)}/onward/{payment.Id}",
        { Status: PaymentStatus.Pending, NextStep: { Kind: BuyerSteps.RedirectKind, Url: { } url } } when WebAddress.InAscii(url) is { } address => address,
        { Status: PaymentStatus.Pending } => PathOf(payment.InvoiceId),
        _ => $"{PathOf(payment.InvoiceId)}/return/{payment.Id}",
    };

    /// <summary>Whether the gateway has not said yet what the buyer is to do.</summary>
    public static bool IsStarting(Payment payment) => payment is { Status: PaymentStatus.Pending, NextStep: null };

    /// <summary>A second click or a second tab came while the gateway is asked for its page: it waits for the first one's answer.</summary>
    public Task<PageResult> ShowStarting(Visit visit, CancellationToken cancel) =>
        pages.Write(visit, "starting", new { }, new PageOptions { RefreshSeconds = LookAgainSeconds }, cancel);

    /// <summary>The money may have moved: nobody is asked to pay again until it is known (ruling 17).</summary>
    /// <param name="visit">For whom.</param>
    /// <param name="found">The invoice.</param>
    /// <param name="payment">What nobody knows of yet.</param>
    /// <param name="looks">How often the page has renewed itself.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public Task<PageResult> ShowChecking(Visit visit, PaidInvoice found, Payment payment, int looks, CancellationToken cancel)
    {
        var address = $"{PathOf(found.Invoice.Id)}/return/{payment.Id}";
        var seconds = payment.NeedsPerson ? null : RefreshPace.After(looks);
        var data = new
        {
            Invoice = InvoiceCard.Of(visit, found.Invoice),
            State = payment switch
            {
                { NeedsPerson: true } => "person",
                { Status: PaymentStatus.Unknown } => "unknown",
                _ => "pending",
            },
            ContinueUrl = payment is { Status: PaymentStatus.Pending, NextStep: { Kind: BuyerSteps.RedirectKind, Url: { } url } } ? url : null,
            PayUrl = PathOf(found.Invoice.Id),
            ShopUrl = payment.ReturnUrl,
            LookUrl = seconds is null ? address : null,
        };
        var options = new PageOptions { RefreshSeconds = seconds, RefreshTo = $"{address}?{ReturnPage.Looks}={looks + 1}", Address = address };
        return pages.Write(visit, "checking", data, options, cancel);
    }

    private Task<PageResult> ShowPaid(Visit visit, PaidInvoice found, CancellationToken cancel)
    {
        var settings = found.Merchant.Settings;
        var data = new
        {
            Invoice = InvoiceCard.Of(visit, found.Invoice),
            Licences = found.Licences.Select(licence => new
            {
                Product = found.Invoice.Lines.First(line => line.ProductId == licence.ProductId).ProductName,
                licence.Edition,
                licence.Portal,
                Active = licence.Status == LicenceStatus.Active,
                LastDay = visit.Wording.LastDay(licence.ValidUntil),
            }),
            Onward = OnwardOf(found.Invoice) is { } section ? new { Section = section, Url = AccountSections.PathOf(found.Merchant.Id, section, seat: null) } : null,
            ActWithin = settings.Acts == ActPolicy.Automatic && found.Invoice.Purpose != InvoicePurpose.TopUp ? visit.Wording.Days(settings.ActTermDays) : null,
        };
        return pages.Write(visit, "paid", data, new PageOptions { Address = PathOf(found.Invoice.Id) }, cancel);
    }

    /// <summary>The page of the account that shows what the invoice has brought; null for the first one.</summary>
    private static string? OnwardOf(Invoice invoice) => invoice switch
    {
        { Purpose: InvoicePurpose.TopUp } => AccountSections.Balance,
        { Purpose: InvoicePurpose.PlanChange } => AccountSections.Services,
        _ when invoice.Lines.Any(line => line.SubscriptionId is not null) => AccountSections.Services,
        _ => null,
    };

    private async Task<PageResult> ShowWays(Visit visit, PaidInvoice found, string? problem, CancellationToken cancel)
    {
        var (offered, formOrigins) = await reader.Read(found.Merchant.Id, async db => (
            await WaysFor(db, visit, found, cancel),
            await origins.Of(db, found.Merchant, cancel)));
        var data = new
        {
            Action = PathOf(found.Invoice.Id),
            Invoice = InvoiceCard.Of(visit, found.Invoice),
            Problem = problem,
            Ways = offered.Select(way => WayCard.Of(visit, found, way)),
        };
        var options = new PageOptions
        {
            Policy = ContentPolicy.Strict with { FormOrigins = formOrigins },
            Address = PathOf(found.Invoice.Id),
        };
        return await pages.Write(visit, "pay", data, options, cancel);
    }

    /// <summary>What a customer has is shown to whoever acts for it, not to whoever has the link (ruling 11).</summary>
    private async Task<IReadOnlyList<WayToPayView>> WaysFor(BillingDb db, Visit visit, PaidInvoice found, CancellationToken cancel) => found.Invoice switch
    {
        { Status: not InvoiceStatus.Open } => [],
        { } invoice when visit.Visitor?.ActsFor(invoice.CustomerId) is true => await ways.OfCustomer(db, found.Merchant, invoice, cancel),
        { } invoice => await ways.Of(db, found.Merchant, invoice, cancel),
    };

    private string PathOf(Id<Invoice> invoice) => $"/pay/{links.PayPath(invoice)}";
}
