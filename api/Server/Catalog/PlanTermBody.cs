using BillingHeadless.Domain.Catalog;

namespace BillingHeadless.Server.Catalog;

/// <summary>A number of months that a plan is sold for, with the discount that belongs to exactly this term.</summary>
public sealed record PlanTermBody
{
    /// <summary>From 1 to 120.</summary>
    public required int Months { get; init; }

    /// <summary>2000 is 20 %.</summary>
    public int DiscountBasisPoints { get; init; }

    /// <summary>Whether only partners are offered this term.</summary>
    public bool PartnerOnly { get; init; }

    public static PlanTermBody Of(PlanTerm term) => new() { Months = term.Months, DiscountBasisPoints = term.DiscountBasisPoints, PartnerOnly = term.PartnerOnly };

    public static IReadOnlyList<PlanTerm> ToTerms(IReadOnlyList<PlanTermBody> bodies) =>
        [.. bodies.Select(body => new PlanTerm(body.Months, body.DiscountBasisPoints, body.PartnerOnly))];
}
