using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>An invoice as its page needs it. Whoever has the address may see it, so nothing personal is in it (ruling 11).</summary>
public sealed record PaidInvoice(Merchant Merchant, Invoice Invoice, IReadOnlyList<Payment> Payments, IReadOnlyList<Licence> Licences)
{
    /// <summary>A payment of which nobody knows yet whether the money has moved.</summary>
    public Payment? Unknown => Payments.FirstOrDefault(payment => payment.Status == PaymentStatus.Unknown);
}

/// <summary>Finds invoices by the address that only whoever was given it can know.</summary>
public sealed class InvoicePages(Owners owners, Reader reader, GetPayment payments, Links links)
{
    /// <summary>The invoice of an address, or null when the address is not one of ours.</summary>
    public async Task<PaidInvoice?> Find(string invoiceId, string token, CancellationToken cancel)
    {
        if (Id<Invoice>.Parse(invoiceId) is not { } id || !links.IsPayToken(id, token))
        {
            return null;
        }

        return await owners.Of<Invoice>(invoiceId, cancel) is { } owner ? await Read(owner, id, cancel) : null;
    }

    /// <summary>The same, when everything that is undecided and old enough has been asked about, and the payment of which the buyer comes back at once.</summary>
    public async Task<PaidInvoice?> FindDecided(string invoiceId, string token, string? returnedPayment, CancellationToken cancel)
    {
        if (await Find(invoiceId, token, cancel) is not { } found)
        {
            return null;
        }

        foreach (var payment in found.Payments)
        {
            await (payment.Id.Value == returnedPayment ? payments.RefreshOnReturn(payment, cancel) : payments.Refresh(payment, cancel));
        }

        return await Read(found.Merchant.Id, found.Invoice.Id, cancel);
    }

    private Task<PaidInvoice> Read(Id<Merchant> merchantId, Id<Invoice> id, CancellationToken cancel) => reader.Read(merchantId, async db =>
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel);
        var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == id, cancel);
        var tried = await db.Payments.Where(row => row.InvoiceId == id).OrderByDescending(row => row.Id).Take(Limits.PaymentsShown).ToListAsync(cancel);
        var terms = db.LicenceTerms.Where(term => term.InvoiceId == id && term.IsPaid).Select(term => term.LicenceId);
        var licences = await db.Licences.Where(row => terms.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancel);
        return new PaidInvoice(merchant, invoice, tried, licences);
    });
}
