using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Server.Usage;
using BillingHeadless.Tests.Kit;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>
/// Customers with money and a service: its first month is paid from it, or its first day was used. It is done by the server's own pieces of
/// business; only that many share one commit, and that nobody asks over HTTP.
/// </summary>
public sealed class CustomerFill(RunningServer server, Id<Merchant> merchantId, Id<Plan> planId)
{
    private const int CustomersPerCommit = 100;
    private const string Gateway = "sandbox";

    private readonly IdSource ids = server.Get<IdSource>();

    /// <param name="count">How many customers.</param>
    /// <param name="topUp">What each tops up.</param>
    public async Task Add(int count, Money topUp)
    {
        for (var made = 0; made < count; made += CustomersPerCommit)
        {
            var customers = Math.Min(CustomersPerCommit, count - made);
            var batch = await Write((db, merchant, cancel) => Register(db, merchant, customers, topUp, cancel));
            await Write((db, merchant, cancel) => TopUp(db, merchant, batch, topUp.Minor, cancel));
            await Write((db, merchant, cancel) => Begin(db, merchant, batch, cancel));
        }

        await server.Database.Execute($"update jobs set state = 'Done' where kind not in ('{EndSubscription.Kind}', '{ChargeUsage.Kind}')");
    }

    private async Task<List<Filled>> Register(BillingDb db, Merchant merchant, int count, Money topUp, CancellationToken cancel)
    {
        var now = server.Get<Clock>().NowOf(merchant);
        var plan = await db.Plans.SingleAsync(row => row.Id == planId, cancel);
        var batch = new List<Filled>(count);
        for (var i = 0; i < count; i++)
        {
            var customer = Customer.Create(ids.New<Customer>(), merchant.Id, new CustomerDetails { Email = $"{ids.Token()}@firm.example", Locale = merchant.Locale }, now);
            var service = Subscription.Create(ids.New<Subscription>(), customer.Id, plan, new SubscriptionDraft(plan.ShortestTerm), merchant.Calendar(), now);
            if (!service.IsPostpaid)
            {
                service.PayBy(AutoPayMethod.Balance, new StandingOrder(AutoPayMethod.Balance, "benchmark", now));
            }

            db.Customers.Add(customer);
            db.Subscriptions.Add(service);
            var draft = new InvoiceDraft(merchant.Id, customer.Id, InvoicePurpose.TopUp, merchant.Locale);
            var invoice = server.Get<InvoiceIssuing>().Issue(db, merchant, draft, BalanceQuote.TopUp(topUp, merchant.Locale));
            batch.Add(new Filled(customer.Id, service.Id, invoice.Id));
        }

        return batch;
    }

    private async Task<bool> TopUp(BillingDb db, Merchant merchant, List<Filled> batch, long amount, CancellationToken cancel)
    {
        var invoices = batch.Select(filled => filled.TopUp).ToList();
        foreach (var invoice in await db.Invoices.Include(row => row.Lines).Where(row => invoices.Contains(row.Id)).ToListAsync(cancel))
        {
            var payment = server.Get<PaymentStart>().Record(db, merchant, invoice, Gateway, amount)!;
            await server.Get<PaymentSettlement>().Settle(db, payment, new Succeeded(payment.Charged), AttemptKind.Manual, "", cancel);
        }

        return true;
    }

    private async Task<bool> Begin(BillingDb db, Merchant merchant, List<Filled> batch, CancellationToken cancel)
    {
        foreach (var filled in batch)
        {
            var service = (await SubscriptionFinder.Read(db, filled.Service, cancel))!;
            if (service.IsPostpaid)
            {
                UseFirstDay(db, merchant, service);
            }
            else
            {
                await PayFirstMonth(db, merchant, filled, service, cancel);
            }
        }

        return true;
    }

    private async Task PayFirstMonth(BillingDb db, Merchant merchant, Filled filled, Subscription service, CancellationToken cancel)
    {
        var issued = (await server.Get<ServiceInvoices>().Issue(db, merchant, service, service.TermMonths, cancel)).Value;
        var wish = new FundsWish(PaymentMethod.Balance, filled.Customer, AmountMinor: null);
        if ((await server.Get<BalancePayment>().Pay(db, merchant, issued.Invoice, wish, cancel)).Refused(out var refusal))
        {
            throw new InvalidOperationException($"The first month of {filled.Service} was refused: {refusal.Code}.");
        }
    }

    private void UseFirstDay(BillingDb db, Merchant merchant, Subscription service)
    {
        var (now, day) = (server.Get<Clock>().NowOf(merchant), service.Anchor);
        foreach (var (meter, quantity) in UsedPlan.OfFirstDay)
        {
            db.UsageRecords.Add(UsageRecord.Take(ids.New<UsageRecord>(), service, new UsageDraft($"{meter}-{day:yyyy-MM-dd}", meter, day, quantity), now));
        }

        db.Outbox.Plan(ChargeUsage.For(service, Month.Of(day), merchant));
    }

    private Task<T> Write<T>(Func<BillingDb, Merchant, CancellationToken, Task<T>> work) => server.Get<IWriter>().Write(
        merchantId, async (db, cancel) => await work(db, await db.Merchants.SingleAsync(row => row.Id == merchantId, cancel), cancel), CancellationToken.None);

    private sealed record Filled(Id<Customer> Customer, Id<Subscription> Service, Id<Invoice> TopUp);
}
