using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Server.Payments;

/// <summary>A card that a gateway keeps for a customer, under the customer's standing order.</summary>
public sealed record SavedCardView
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    public required string Gateway { get; init; }

    /// <summary>The last digits, when the gateway tells; null once it is ended.</summary>
    public string? Mask { get; init; }

    public string? Brand { get; init; }

    /// <summary>The payment with which the customer agreed.</summary>
    public required string PaymentId { get; init; }

    public required DateTimeOffset AgreedAt { get; init; }

    /// <summary>When it was ended: it is never charged after that.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public static SavedCardView Of(SavedCard card) => new()
    {
        Id = card.Id.Value,
        CustomerId = card.CustomerId.Value,
        Gateway = card.Gateway,
        Mask = card.Mask,
        Brand = card.Brand,
        PaymentId = card.PaymentId.Value,
        AgreedAt = card.AgreedAt,
        EndedAt = card.EndedAt,
    };
}
