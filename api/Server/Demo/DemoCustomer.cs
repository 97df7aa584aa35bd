using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Subscriptions;

namespace BillingHeadless.Server.Demo;

/// <summary>
/// A customer of the demo who has ordered a service and not paid it yet, so that a newcomer can pay it, change its tariff and
/// read its journal.
/// </summary>
public sealed class DemoCustomer(DemoShelf shelf, CreateCustomer createCustomer, CreateSubscription createSubscription)
{
    public async Task<DemoServiceContents> Subscribe(DemoService service, Call call, CancellationToken cancel)
    {
        var goods = await shelf.Put(service.Product, service.Plans, call, cancel);
        var customer = (await createCustomer.Handle(service.Customer, call, cancel)).Made<CustomerView>();
        var request = new CreateSubscriptionRequest { CustomerId = customer.Id, PlanId = goods.PlanIds[0] };
        var subscription = (await createSubscription.Handle(request, call, cancel)).Made<SubscriptionView>();
        return new DemoServiceContents
        {
            ProductId = goods.ProductId,
            PlanIds = goods.PlanIds,
            CustomerId = customer.Id,
            SubscriptionId = subscription.Id,
        };
    }
}
