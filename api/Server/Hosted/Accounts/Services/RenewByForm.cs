using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Subscriptions;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>Extends a service: by an invoice, or by one that the balance pays at once (D3, D4).</summary>
public sealed class RenewByForm(AccountForms forms, RenewSubscription renew, PayInvoice pay, Links links)
{
    /// <summary>The path of the invoice's page: paid by then, or with the ways to pay it.</summary>
    public async Task<Result<string>> Renew(AccountVisit visit, string service, PageForm form, CancellationToken cancel)
    {
        if (ServiceOffer.Parse(form["offer"]) is not { } offer)
        {
            return OrderRefusals.TermNotOffered;
        }

        var wish = new FormWish(visit, ServiceForms.PathOf(visit, service, ServiceForms.Renewals), form["key"], offer.Code, form["by"]);
        var request = new RenewSubscriptionRequest { Months = offer.Months };
        var renewed = await forms.Send<InvoiceView>(wish, call => renew.Handle(service, request, call, cancel));
        if (renewed.Refused(out var refusal))
        {
            return refusal;
        }

        var invoice = renewed.Value;
        if (form["by"] == OutcomeNames.Of(PaymentMethod.Balance) && IsFor(invoice, offer))
        {
            // Where the balance does not pay it after all, the invoice's page shows how else it can be paid.
            var payment = new PayInvoiceRequest { Method = PaymentMethod.Balance };
            await forms.Send<PaymentView>(wish with { Address = links.PayPagePath(invoice.Id) }, call => pay.Handle(invoice.Id, payment, call, cancel));
        }

        return links.PayPagePath(invoice.Id);
    }

    /// <summary>Another invoice may have been open, or the price another one: money is taken only for what was shown.</summary>
    private static bool IsFor(InvoiceView invoice, ServiceOffer offer) =>
        invoice.Lines is [{ Months: var months }] && months == offer.Months && invoice.Total.Amount == offer.TotalMinor;
}
