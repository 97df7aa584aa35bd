using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Catalog;

public static class CatalogRefusals
{
    public static readonly Refusal ProductNotFound = new("product_not_found", RefusalKind.NotFound, "There is no such product.");
    public static readonly Refusal PlanNotFound = new("plan_not_found", RefusalKind.NotFound, "There is no such plan.");
    public static readonly Refusal AgreementNotFound = new("agreement_not_found", RefusalKind.NotFound, "There is no such agreement.");
    public static readonly Refusal PlanInvalid = new("plan_invalid", RefusalKind.Invalid, "The plan cannot be sold like this.");
}
