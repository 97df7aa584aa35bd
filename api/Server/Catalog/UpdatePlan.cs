using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Catalog;

/// <summary>What is to change; an absent field stays as it is.</summary>
public sealed record UpdatePlanRequest
{
    /// <summary>The name where none is given in the buyer's language.</summary>
    [Line(Limits.NameLength), NotCleared]
    public Patch<string> Name { get; init; }

    /// <summary>The name by language, in place of all old ones.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public Patch<IReadOnlyDictionary<string, string>> Names { get; init; }

    /// <summary>For one interval, tax included; in the plan's own currency.</summary>
    [NotCleared]
    public Patch<MoneyBody> Price { get; init; }

    /// <summary>The only terms that it is sold for, in place of all old ones.</summary>
    [Count(Limits.ListItems), NotCleared]
    public Patch<IReadOnlyList<PlanTermBody>> Terms { get; init; }

    /// <summary>2000 is 20 %; null: no tax.</summary>
    public Patch<int?> TaxRateBasisPoints { get; init; }

    /// <summary>How many users it is for; null: any number.</summary>
    public Patch<int?> UserLimit { get; init; }

    /// <summary>What its meters cost, in place of all old ones, from the running month on; what was charged stays as it was.</summary>
    [Count(UsagePrice.MaximumMeters), NotCleared]
    public Patch<IReadOnlyList<UsagePriceBody>> UsagePrices { get; init; }

    /// <summary>Whether it can be bought on the hosted pages and with a publishable key.</summary>
    [NotCleared]
    public Patch<bool?> Online { get; init; }

    /// <summary>Whether new orders can name it.</summary>
    [NotCleared]
    public Patch<bool?> OnSale { get; init; }

    public PlanDraft Change(PlanDraft old) => old with
    {
        Name = Name.Or(old.Name)!,
        Names = Names.Or(old.Names) ?? new Dictionary<string, string>(),
        Price = Price.Value is { } price ? old.Price with { Minor = price.Amount } : old.Price,
        Terms = Terms.Or(old.Terms, PlanTermBody.ToTerms)!,
        TaxRateBasisPoints = TaxRateBasisPoints.Or(old.TaxRateBasisPoints) ?? 0,
        UserLimit = UserLimit.Or(old.UserLimit),
        UsagePrices = UsagePrices.Or(old.UsagePrices, prices => [.. prices.Select(price => price.ToPrice())])!,
        Online = Online.Or(old.Online)!.Value,
    };
}

public sealed class UpdatePlan(OnceWriter writer) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/plans/{id}", ([FromServices] UpdatePlan endpoint, string id, UpdatePlanRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(id, request, call, cancel))
        .Is(nameof(UpdatePlan), "Catalogue", "Changes a plan for orders to come; invoices that exist have frozen theirs.")
        .ForKey("catalog:write")
        .Once()
        .Gives<PlanView>()
        .Refuses(CatalogRefusals.PlanNotFound, CatalogRefusals.PlanInvalid);

    public Task<IResult> Handle(string id, UpdatePlanRequest request, Call call, CancellationToken cancel) => writer.Write<PlanView>(
        call,
        async (db, token) =>
        {
            if (await db.Plans.ById(id, token) is not { } plan)
            {
                return CatalogRefusals.PlanNotFound;
            }

            if (!call.HasSeen(plan))
            {
                return HttpRefusals.VersionDiffers;
            }

            var draft = request.Change(plan.Draft());
            if ((RefuseCurrency(plan, request) ?? PlanCheck.Refuse(draft)) is { } refusal)
            {
                return refusal;
            }

            plan.Change(draft);
            plan.PutOnSale(request.OnSale.Or(plan.OnSale)!.Value);
            return Answer<PlanView>.Found(() => PlanView.Of(plan));
        },
        cancel);

    private static Refusal? RefuseCurrency(Plan plan, UpdatePlanRequest request) => request.Price.Value is { } price && price.Currency != plan.Currency.Code
        ? CatalogRefusals.PlanInvalid.At("price.currency", $"A plan keeps its currency, {plan.Currency}: make another plan.")
        : UsagePriceBody.RefuseCurrency(request.UsagePrices.Value ?? [], plan.Currency);
}
