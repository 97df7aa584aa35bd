using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.PlanChanges;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Tests.Simulation.Actors;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>What people do with services that are paid ahead: subscribe, renew one or several, change the tariff, choose how they are extended, end them.</summary>
internal sealed class ServiceActs(ServiceShop shop, Random random)
{
    private static readonly AutoPayMethod[] AutoPays = [AutoPayMethod.None, AutoPayMethod.Invoice, AutoPayMethod.Balance, AutoPayMethod.Balance];

    public Task<Reply> Subscribe() => Subscribe(shop.Customers[random.Next(shop.Customers.Count)]);

    public Task<Reply> Subscribe(string customer)
    {
        var request = new CreateSubscriptionRequest
        {
            CustomerId = customer,
            PlanId = shop.Plans[random.Next(shop.Plans.Count)],
            Months = Term(),
            Quantity = random.Next(1, 3),
            AutoPay = new AutoPayBody(AutoPays[random.Next(AutoPays.Length)]),
        };
        return shop.Ask<CreateSubscription>((endpoint, call, alive) => endpoint.Handle(request, call, alive));
    }

    public async Task Renew()
    {
        if (await AnyService() is { } service)
        {
            var request = new RenewSubscriptionRequest { Months = Term() };
            await shop.Ask<RenewSubscription>((endpoint, call, alive) => endpoint.Handle(service.Id.Value, request, call, alive));
        }
    }

    public async Task RenewSeveral()
    {
        var services = await Services();
        if (services.Any(random) is { } first)
        {
            var together = services.Where(service => service.CustomerId == first.CustomerId).Take(random.Next(1, 4));
            var request = new CreateInvoiceRequest { Items = [.. together.Select(service => new InvoiceItemBody { SubscriptionId = service.Id.Value, Months = Term() })] };
            await shop.Ask<CreateInvoice>((endpoint, call, alive) => endpoint.Handle(request, call, alive));
        }
    }

    /// <param name="meanwhile">Happens between the preview and the change, once in a while.</param>
    public async Task ChangePlan(Func<Task> meanwhile)
    {
        if (await AnyService() is not { } service)
        {
            return;
        }

        var plan = new PreviewPlanChangeRequest { PlanId = shop.Plans[random.Next(shop.Plans.Count)] };
        var preview = await shop.Ask<PreviewPlanChange>(async (endpoint, call, alive) => await endpoint.Handle(service.Id.Value, plan, call, alive));
        if (!preview.IsGood)
        {
            return;
        }

        if (random.Next(4) == 0)
        {
            await meanwhile();
        }

        var request = new ChangePlanRequest { PreviewId = preview.TextOf("id"), CreateInvoice = random.Next(3) > 0 };
        await shop.Ask<ChangePlan>((endpoint, call, alive) => endpoint.Handle(service.Id.Value, request, call, alive));
    }

    public async Task ChooseAutoPay()
    {
        if (await AnyService() is { } service)
        {
            await ExtendBy(service, AutoPays[random.Next(AutoPays.Length)]);
        }
    }

    public async Task LetAllExtendThemselves()
    {
        foreach (var service in await Services())
        {
            await ExtendBy(service, AutoPayMethod.Balance);
        }
    }

    public async Task Cancel()
    {
        if (random.Next(3) == 0 && await AnyService() is { } service)
        {
            await shop.Ask<CancelSubscription>((endpoint, call, alive) => endpoint.Handle(service.Id.Value, call, alive));
        }
    }

    public async Task<Subscription?> AnyService() => (await Services()).Any(random);

    private Task<Reply> ExtendBy(Subscription service, AutoPayMethod method) => shop.Ask<UpdateSubscription>((endpoint, call, alive) => endpoint.Handle(
        service.Id.Value, new UpdateSubscriptionRequest { AutoPay = new Patch<AutoPayBody>(IsGiven: true, new AutoPayBody(method)) }, call, alive));

    private Task<List<Subscription>> Services() => shop.Read(db => db.Subscriptions.Where(row => row.PlanId != shop.MeteredId).OrderBy(row => row.Id).ToListAsync());

    private int Term() => random.Next(5) switch { 0 => 12, 1 => 3, _ => 1 };
}
