using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Domain.Catalog;

/// <summary>Finds what no plan can be. Fields are named as in the API.</summary>
public static class PlanCheck
{
    /// <summary>In minor units; a line of the longest term and the largest quantity still fits into an amount.</summary>
    public const long MaximumPrice = 1_000_000_000_000;

    public const int MaximumTermMonths = 120;

    /// <summary>A term that is free of charge is not a discount.</summary>
    public const int MaximumDiscountBasisPoints = Rounding.WholeBasisPoints - 1;

    public const int MaximumUserLimit = 1_000_000;

    public static Refusal? Refuse(PlanDraft draft)
    {
        var problems = new FieldProblems();
        problems.AddUnless(draft.Price.Minor is > 0 and <= MaximumPrice, "price.amount", $"Must be from 1 to {MaximumPrice} minor units.");
        problems.AddUnless(draft.TaxRateBasisPoints is >= 0 and <= Rounding.WholeBasisPoints, "taxRateBasisPoints", $"Must be from 0 to {Rounding.WholeBasisPoints}.");
        problems.AddUnless(draft.UserLimit is null or (> 0 and <= MaximumUserLimit), "userLimit", $"Must be from 1 to {MaximumUserLimit}.");
        CheckTerms(problems, draft);
        UsagePrice.Check(problems, draft.UsagePrices);
        problems.AddUnless(draft.UsagePrices.Count == 0 || draft.Billing == PlanBilling.Postpaid, "usagePrices", "Only what is paid after use has meters.");
        return problems.Refuse(CatalogRefusals.PlanInvalid);
    }

    private static void CheckTerms(FieldProblems problems, PlanDraft draft)
    {
        var months = draft.Terms.Select(term => term.Months).ToList();
        problems.AddUnless(months.Distinct().Count() == months.Count, "terms", "Each number of months can stand once.");
        problems.AddUnless(draft.Interval == PlanInterval.Once || draft.Billing == PlanBilling.Postpaid || months.Count > 0, "terms", "What is sold by the month needs at least one term.");
        problems.AddUnless(draft.Interval == PlanInterval.Month || months.Count == 0, "terms", "What is sold once has no terms.");
        for (var i = 0; i < draft.Terms.Count; i++)
        {
            var term = draft.Terms[i];
            problems.AddUnless(term.Months is > 0 and <= MaximumTermMonths, $"terms[{i}].months", $"Must be from 1 to {MaximumTermMonths}.");
            problems.AddUnless(
                term.DiscountBasisPoints is >= 0 and <= MaximumDiscountBasisPoints,
                $"terms[{i}].discountBasisPoints",
                $"Must be from 0 to {MaximumDiscountBasisPoints}.");
        }
    }
}
