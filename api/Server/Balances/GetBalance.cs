using BillingHeadless.Domain.Customers;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Usage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Balances;

/// <summary>In which currency; the merchant's own when left out.</summary>
public sealed record GetBalanceFilter
{
    [FromQuery(Name = "currency"), KnownCurrency]
    public string? Currency { get; init; }
}

public sealed class GetBalance(Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/customers/{id}/balance", ([FromServices] GetBalance endpoint, string id, [AsParameters] GetBalanceFilter filter, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, filter, call, cancel))
        .Is(nameof(GetBalance), "Balances", "Reads what a customer has, owes and has used this month.")
        .ForKey("customers:read", orCustomer: true)
        .Refuses(CustomerRefusals.NotFound);

    public Task<Answer<CustomerBalanceView>> Handle(string id, GetBalanceFilter filter, Call call, CancellationToken cancel) => reader.Read<Answer<CustomerBalanceView>>(
        call.Caller.MerchantId,
        async db =>
        {
            if (await db.Customers.ById(id, cancel) is not { } customer || !call.Caller.MayActFor(customer.Id))
            {
                return CustomerRefusals.NotFound;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            var currency = filter.Currency is { } code ? new Currency(code) : merchant.Currency;
            var funds = await CustomerFunds.Read(db, customer.Id, currency, cancel);
            return CustomerBalanceView.Of(funds, await RunningMonth.Of(db, merchant, customer.Id, currency, clock.NowOf(merchant), cancel), currency);
        });
}
