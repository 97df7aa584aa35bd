using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>What a plan is made with.</summary>
public sealed record CreatePlanRequest
{
    [Line(Limits.CodeLength)]
    public required string ProductId { get; init; }

    /// <summary>The name where none is given in the buyer's language.</summary>
    [Line(Limits.NameLength)]
    public required string Name { get; init; }

    /// <summary>The name by language.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>For one interval, tax included; above zero.</summary>
    public required MoneyBody Price { get; init; }

    /// <summary>What the price is for. It cannot be changed later.</summary>
    public PlanInterval Interval { get; init; } = PlanInterval.Month;

    /// <summary>Whether it is paid before or after it is used. It cannot be changed later.</summary>
    public PlanBilling Billing { get; init; } = PlanBilling.Prepaid;

    /// <summary>The only terms that it is sold for: at least one, or none when it is sold once or paid after use.</summary>
    [Count(Limits.ListItems)]
    public IReadOnlyList<PlanTermBody> Terms { get; init; } = [];

    /// <summary>2000 is 20 %; counts when the merchant is registered for the tax.</summary>
    public int TaxRateBasisPoints { get; init; }

    /// <summary>How many users it is for; absent: any number.</summary>
    public int? UserLimit { get; init; }

    /// <summary>What its meters cost, when it is paid after use; the price is what the service itself costs a month.</summary>
    [Count(UsagePrice.MaximumMeters)]
    public IReadOnlyList<UsagePriceBody> UsagePrices { get; init; } = [];

    /// <summary>Whether it can be bought on the hosted pages and with a publishable key.</summary>
    public bool Online { get; init; } = true;

    public PlanDraft ToDraft(Currency currency) => new()
    {
        Name = Name,
        Names = Names,
        Price = new Money(Price.Amount, currency),
        Interval = Interval,
        Billing = Billing,
        Terms = PlanTermBody.ToTerms(Terms),
        TaxRateBasisPoints = TaxRateBasisPoints,
        UserLimit = UserLimit,
        UsagePrices = [.. UsagePrices.Select(price => price.ToPrice())],
        Online = Online,
    };
}

public sealed class CreatePlan(OnceWriter writer, IdSource ids, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/plans", ([FromServices] CreatePlan endpoint, CreatePlanRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreatePlan), "Catalogue", "Puts a plan of a product on sale.")
        .ForKey("catalog:write")
        .Once()
        .Makes<PlanView>()
        .Refuses(CatalogRefusals.ProductNotFound, CatalogRefusals.PlanInvalid);

    public Task<IResult> Handle(CreatePlanRequest request, Call call, CancellationToken cancel) => writer.Write<PlanView>(
        call,
        async (db, token) =>
        {
            if (await db.Products.ById(request.ProductId, token) is not { } product)
            {
                return CatalogRefusals.ProductNotFound;
            }

            if (KnownCurrencies.Find(request.Price.Currency) is not { } currency)
            {
                return CatalogRefusals.PlanInvalid.At("price.currency", "Is not an ISO 4217 code.");
            }

            var draft = request.ToDraft(currency);
            if ((UsagePriceBody.RefuseCurrency(request.UsagePrices, currency) ?? PlanCheck.Refuse(draft)) is { } refusal)
            {
                return refusal;
            }

            var plan = Plan.Create(ids.New<Plan>(), call.Caller.MerchantId, product.Id, draft, clock.Now());
            db.Plans.Add(plan);
            return Answer<PlanView>.Made(() => PlanView.Of(plan), $"/v1/plans/{plan.Id}");
        },
        cancel);
}
