using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Hosted.Buying;

namespace BillingHeadless.Server.Hosted.Accounts.Services;

/// <summary>So many months of a service, for the price that its customer was shown.</summary>
public sealed record ServiceOffer(int Months, long TotalMinor)
{
    private const char Separator = ':';

    /// <summary>As a form carries it.</summary>
    public string Code => $"{Months}{Separator}{TotalMinor}";

    /// <summary>What a form has chosen; null when no form of ours has written it.</summary>
    public static ServiceOffer? Parse(string code) =>
        code.Split(Separator) is [var months, var total] && int.TryParse(months, out var count) && long.TryParse(total, out var minor)
            ? new ServiceOffer(count, minor)
            : null;
}

/// <summary>What a service costs.</summary>
public static class ServicePrices
{
    /// <summary>A line of so many months of a tariff for a service; null when it is not sold for them.</summary>
    public static QuoteLine? Of(AccountVisit visit, Subscription service, Product product, Plan plan, int months) =>
        OrderPricing.Price([new PricedItem(product, plan, months, service.Quantity)], visit.Merchant.Settings.Tax, visit.Visit.Language.Code)
            is { Refusal: null, Value.Lines: [var line] }
            ? line
            : null;

    /// <summary>Every term that its tariff is sold for, the shortest first; the one that was paid last is chosen.</summary>
    public static IReadOnlyList<OfferCard> Terms(AccountVisit visit, Subscription service, Product product, Plan plan) =>
    [
        .. from months in plan.Terms.Select(term => term.Months).Order()
           let line = Of(visit, service, product, plan, months)
           where line is not null
           select OfferCard.Of(visit.Visit, new Offer(product, plan, months, line), months == service.TermMonths) with
           {
               Code = new ServiceOffer(months, line.GrossMinor).Code,
           },
    ];
}
