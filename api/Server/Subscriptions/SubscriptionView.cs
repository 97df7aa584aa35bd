using System.Text.Json.Serialization;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.PlanChanges;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Subscriptions;

/// <summary>A service that a customer has.</summary>
public sealed record SubscriptionView : IVersionedView
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string ProductId { get; init; }

    public required string PlanId { get; init; }

    public required SubscriptionState State { get; init; }

    public required int Quantity { get; init; }

    /// <summary>How many users the tariff allows; absent: any number.</summary>
    public long? UserLimit { get; init; }

    /// <summary>The midnight at which the paid time ends; absent as long as nothing was paid, and of a postpaid one.</summary>
    public DateTimeOffset? PaidUntil { get; init; }

    public required AutoPayBody AutoPay { get; init; }

    /// <summary>The add-ons that are on.</summary>
    public required IReadOnlyList<string> AddOns { get; init; }

    /// <summary>Midnight at which the tariff can be changed again; absent when it can be changed today.</summary>
    public DateTimeOffset? NextChangeAt { get; init; }

    /// <summary>Its one open invoice.</summary>
    public string? OpenInvoiceId { get; init; }

    /// <summary>When somebody ended it; what was paid ahead runs on.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Its paid periods, the oldest first.</summary>
    public required IReadOnlyList<ServicePeriodView> Periods { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [JsonIgnore]
    public long Version { get; init; }

    public static SubscriptionView Of(Subscription subscription, Merchant merchant, DateTimeOffset now) => new()
    {
        Id = subscription.Id.Value,
        CustomerId = subscription.CustomerId.Value,
        ProductId = subscription.ProductId.Value,
        PlanId = subscription.PlanId.Value,
        State = subscription.State,
        Quantity = subscription.Quantity,
        UserLimit = subscription.UserLimit,
        PaidUntil = subscription.PaidUntil,
        AutoPay = AutoPayBody.Of(subscription),
        AddOns = [.. subscription.SwitchedOn],
        NextChangeAt = PlanChangeRules.NextChangeAt(subscription, merchant.Calendar()) is { } next && next > now ? next : null,
        OpenInvoiceId = subscription.OpenInvoiceId?.Value,
        CancelledAt = subscription.CancelledAt,
        Periods = [.. subscription.Periods.OrderBy(period => period.Ordinal).Select(period => ServicePeriodView.Of(period, subscription))],
        CreatedAt = subscription.CreatedAt,
        Version = subscription.Version,
    };
}

/// <summary>How a service is extended by itself.</summary>
/// <param name="Method">balance and card charge only under the customer's standing order, which choosing them gives.</param>
public sealed record AutoPayBody(AutoPayMethod Method)
{
    /// <summary>With the method card: which of the customer's saved cards; when it is left out the one that pays already, else the one saved last.</summary>
    [Line(Limits.CodeLength)]
    public string? SavedCardId { get; init; }

    public static AutoPayBody None { get; } = new(AutoPayMethod.None);

    public static AutoPayBody Of(Subscription subscription) => new(subscription.AutoPay) { SavedCardId = subscription.StandingOrder?.SavedCardId?.Value };
}

/// <summary>Months that one invoice line has paid for.</summary>
public sealed record ServicePeriodView
{
    public required string Id { get; init; }

    public required string InvoiceId { get; init; }

    public required string PlanId { get; init; }

    public required ServicePeriodStatus Status { get; init; }

    public required int Months { get; init; }

    /// <summary>The first day, and the last, both included; absent once it was credited or refunded, or belongs to an earlier run of the service.</summary>
    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>What was paid for it, less what was refunded.</summary>
    public required MoneyBody Paid { get; init; }

    public static ServicePeriodView Of(ServicePeriod period, Subscription subscription)
    {
        var days = subscription.Schedule.Where(entry => entry.Period == period).Select(entry => (Domain.Kernel.Period?)entry.Days).FirstOrDefault();
        return new ServicePeriodView
        {
            Id = period.Id.Value,
            InvoiceId = period.InvoiceId.Value,
            PlanId = period.PlanId.Value,
            Status = period.Status,
            Months = period.Months,
            FirstDay = days?.Start,
            LastDay = days?.LastDay,
            Paid = MoneyBody.Of(period.Paid.Total, subscription.Currency),
        };
    }
}
