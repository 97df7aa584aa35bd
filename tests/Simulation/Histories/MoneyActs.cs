using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Simulation.Actors;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>What people do with money: top up, pay from the balance, from the bonus or by card, whole or in part, cancel, return.</summary>
internal sealed class MoneyActs(ServiceShop shop, Payers payers, Postman postman, Random random)
{
    private const int LargestTopUp = 150_000;
    private const int SmallestStock = 30_000;
    private const int LargestStock = 250_000;
    private const int LargestPart = 20_000;

    public async Task TopUp()
    {
        var invoice = await TopUp(shop.Customers[random.Next(shop.Customers.Count)], random.Next(1, LargestTopUp));
        if (random.Next(4) > 0)
        {
            await PayByCard(invoice);
        }
    }

    /// <summary>Money that is there for sure.</summary>
    public async Task StockUp(string customer)
    {
        var request = new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = SimulatedMerchant.Gateway };
        var invoice = await TopUp(customer, random.Next(SmallestStock, LargestStock));
        await payers.EnterGoodCard((await payers.Start(invoice, request))!);
        await postman.BringAll();
    }

    public Task PayFromBalance(string invoice) => shop.Ask<PayInvoice>((endpoint, call, alive) =>
        endpoint.Handle(invoice, new PayInvoiceRequest { Method = PaymentMethod.Balance }, call, alive));

    public async Task PayByCard()
    {
        if ((await OpenInvoices()).Any(random) is { } invoice)
        {
            await PayByCard(invoice.Id.Value);
        }
    }

    /// <summary>Leaves the card for later, or for never.</summary>
    public async Task BeginToPay()
    {
        if ((await OpenInvoices()).Any(random) is { } invoice)
        {
            await payers.Pay(invoice.Id.Value, LargestPart);
        }
    }

    public async Task PayFromFunds()
    {
        if ((await OpenInvoices()).Where(invoice => invoice.Purpose != InvoicePurpose.TopUp).ToList().Any(random) is { } invoice)
        {
            var request = new PayInvoiceRequest
            {
                Method = random.Next(5) == 0 ? PaymentMethod.Bonus : PaymentMethod.Balance,
                Amount = random.Next(4) == 0 ? new MoneyBody(random.NextInt64(1, invoice.DueMinor + 1), "UAH") : null,
                Payer = random.Next(6) == 0 ? shop.Customers[random.Next(shop.Customers.Count)] : null,
            };
            await shop.Ask<PayInvoice>((endpoint, call, alive) => endpoint.Handle(invoice.Id.Value, request, call, alive));
        }
    }

    public async Task CancelInvoice()
    {
        if ((await OpenInvoices()).Any(random) is { } invoice)
        {
            await shop.Ask<CancelInvoice>((endpoint, call, alive) => endpoint.Handle(invoice.Id.Value, call, alive));
        }
    }

    public async Task Refund()
    {
        var paid = await shop.Read(db => db.Payments.Where(row => row.Status == PaymentStatus.Succeeded).OrderBy(row => row.Id).ToListAsync());
        if (paid.Any(random) is { } payment)
        {
            var request = new RefundPaymentRequest
            {
                Reason = "The customer changed its mind.",
                Amount = random.Next(2) == 0 ? new MoneyBody(random.NextInt64(1, payment.AmountMinor + 1), "UAH") : null,
                Method = random.Next(4) == 0 ? RefundMethod.Manual : RefundMethod.Gateway,
            };
            await shop.Ask<RefundPayment>((endpoint, call, alive) => endpoint.Handle(payment.Id.Value, request, call, alive));
        }
    }

    private async Task<string> TopUp(string customer, long amount)
    {
        var request = new TopUpBalanceRequest { Amount = new MoneyBody(amount, "UAH") };
        return (await shop.Ask<TopUpBalance>((endpoint, call, alive) => endpoint.Handle(customer, request, call, alive))).TextOf("id");
    }

    private async Task PayByCard(string invoiceId)
    {
        if (await payers.Pay(invoiceId, LargestPart) is { } payment)
        {
            await payers.EnterCard(payment);
            await postman.Bring();
        }
    }

    private Task<List<Invoice>> OpenInvoices() => shop.Read(db => db.Invoices.Where(row => row.Status == InvoiceStatus.Open).OrderBy(row => row.Id).ToListAsync());
}
