using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Tests.Domain.Support;

namespace BillingHeadless.Tests.Domain.PlanChanges;

/// <summary>Ruling 38 where one invoice has paid for several services (B2): credits and refunds share what it brought.</summary>
public sealed class SharedInvoiceTests
{
    private const string FirstDay = "2026-04-01";
    private readonly ServiceSamples samples = new();
    private readonly List<Subscription> services = [];
    private Invoice invoice = null!;
    private FundsPart paid;
    private FundsPart returned;

    [Fact]
    public void What_is_refunded_after_a_tariff_change_is_of_the_other_services_days()
    {
        Sell(new FundsPart(2_000, 0), 1_000, 1_000);
        Change(services[0], FirstDay);
        Refund(new FundsPart(500, 0));
        Assert.Equal(500, PeriodOf(services[1]).Paid.Total);
        Assert.Equal(250, UnusedCredit.Of(services[1], ServiceSamples.Day("2026-04-16")).Total.Total);
        Change(services[1], FirstDay);
        Assert.Equal((1_500, 0, InvoiceStatus.Refunded), (invoice.CreditedMinor, invoice.RefundableMinor, invoice.Status));
    }

    [Fact]
    public void A_refund_from_before_the_tariff_change_was_of_both_services()
    {
        Sell(new FundsPart(2_000, 0), 1_000, 1_000);
        Refund(new FundsPart(500, 0));
        Change(services[0], FirstDay);
        Assert.Equal((750, 750), (invoice.CreditedMinor, PeriodOf(services[1]).Paid.Total));
        Refund(new FundsPart(100, 0));
        Assert.Equal(650, PeriodOf(services[1]).Paid.Total);
    }

    [Fact]
    public void Whatever_is_credited_and_refunded_periods_keep_what_the_invoice_has_left()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            services.Clear();
            long[] prices = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.NextInt64(1, 3_000))];
            Sell(FundsPart.Of(prices.Sum(), money: random.NextInt64(prices.Sum() + 1)), prices);
            for (var step = 0; step < 12; step++)
            {
                Happen(random);
                Assert.Equal(invoice.RefundableMinor, services.Sum(service => PeriodOf(service).Paid.Total - PeriodOf(service).CreditedMinor));
                Assert.Equal(paid.Bonus - returned.Bonus, services.Sum(service => PeriodOf(service).BonusMinor));
                Assert.All(services, service => Assert.True(PeriodOf(service).CreditedMinor <= PeriodOf(service).Paid.Total && PeriodOf(service).Paid is { Money: >= 0, Bonus: >= 0 }));
            }
        }
    }

    private void Happen(Random random)
    {
        var paidStill = services.Where(service => PeriodOf(service).Status == ServicePeriodStatus.Paid).ToList();
        if (random.Next(2) == 0 && paidStill.Count > 0)
        {
            Change(paidStill[random.Next(paidStill.Count)], $"2026-04-{random.Next(1, 31):D2}");
        }
        else if (random.NextInt64(invoice.RefundableMinor + 1) is > 0 and var amount)
        {
            var left = paid - returned;
            var money = Math.Clamp(random.NextInt64(amount + 1), amount - Math.Min(amount, left.Bonus), Math.Min(amount, left.Money));
            Refund(FundsPart.Of(amount, money));
        }
    }

    private void Sell(FundsPart funds, params long[] prices)
    {
        var items = prices.Select(price => samples.Base.Item(price, taxRate: 0, kind: ProductKind.Service)).ToArray();
        (invoice, paid, returned) = (samples.Base.Invoice(items), funds, FundsPart.Nothing);
        invoice.Apply(invoice.TotalMinor, Samples.Now);
        foreach (var ((line, share), item) in LineShares.Of(invoice, paid).Zip(items))
        {
            var service = samples.Subscription(item.Plan, FirstDay);
            service.Pay(samples.Ids.New<ServicePeriod>(), new PaidTerm(invoice.Id, line.Id, item.Plan.Id, 1, share), item.Plan, Samples.Kyiv, ServiceSamples.Noon(FirstDay));
            services.Add(service);
        }
    }

    private void Change(Subscription service, string day)
    {
        var (credit, plan) = (UnusedCredit.Of(service, ServiceSamples.Day(day)), samples.Plan());
        if (credit.Total.Total > 0)
        {
            invoice.Credit(credit.Total.Total, []);
        }

        var credits = credit.Periods.ToDictionary(period => period.PeriodId, period => period.Credit.Total);
        service.ChangePlan(samples.Ids.New<ServicePeriod>(), credits, samples.Term(plan), plan, Samples.Kyiv, ServiceSamples.Noon(day));
    }

    private void Refund(FundsPart part)
    {
        returned += part;
        invoice.Refund(part.Total);
        var credited = services.Select(PeriodOf).ToDictionary(period => period.InvoiceLineId, period => period.CreditedMinor);
        foreach (var ((line, remaining), service) in LineShares.Left(invoice, paid, returned, credited).Zip(services))
        {
            service.Keep(line.Id, remaining);
        }
    }

    private static ServicePeriod PeriodOf(Subscription service) => service.Periods[0];
}
