using BillingHeadless.Client;

namespace BillingHeadless.Tests.Kit;

/// <summary>Requests that are complete and right, for tests whose point is elsewhere.</summary>
public static class Samples
{
    public static CreateAgreementRequest Agreement(string? previousId = null) => new()
    {
        PreviousId = previousId,
        Title = "Публічна оферта",
        Texts = new Dictionary<string, string> { ["uk"] = "Умови.\n\nДругий абзац.", ["en"] = "Terms.\n\nSecond paragraph." },
    };

    public static CreateProductRequest Product(ProductKind kind = ProductKind.Licence, string name = "Module") => new() { Name = name, Kind = kind };

    /// <summary>190 hryvnias a month, for a month or for a year with a fifth off.</summary>
    public static CreatePlanRequest Plan(string productId, string name = "Standard") => new()
    {
        ProductId = productId,
        Name = name,
        Price = new Money { Amount = 19_000, Currency = "UAH" },
        Terms = [new PlanTerm { Months = 1 }, new PlanTerm { Months = 12, DiscountBasisPoints = 2_000 }],
    };
}
