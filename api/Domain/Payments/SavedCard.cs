using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Payments;

/// <summary>
/// A card that a gateway keeps for a customer, and the customer's word that it may be charged (C2, ruling 35). Only the gateway's token, the
/// last digits and the brand are known here; when the word is taken back, they go, and the record that it was given stays.
/// </summary>
public sealed class SavedCard : IEntity, IOwned, IVersioned
{
    private SavedCard()
    {
    }

    public static string IdPrefix => "crd";

    public Id<SavedCard> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Customer> CustomerId { get; private set; }

    public string Gateway { get; private set; } = "";

    /// <summary>The payment that kept it.</summary>
    public Id<Payment> PaymentId { get; private set; }

    /// <summary>The gateway's token, encrypted; null once it is erased.</summary>
    public string? TokenCipher { get; private set; }

    /// <summary>Recognises the token when the same card is kept again; null once it is erased.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>The last digits, when the gateway tells.</summary>
    public string? Mask { get; private set; }

    public string? Brand { get; private set; }

    /// <summary>When the customer agreed that it is kept and charged.</summary>
    public DateTimeOffset AgreedAt { get; private set; }

    /// <summary>When the customer or the merchant ended that: from then on it is never charged.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsOpen => EndedAt is null;

    public static SavedCard Keep(Id<SavedCard> id, Payment payment, SealedToken token, string? mask, string? brand, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = payment.MerchantId,
        CustomerId = payment.CustomerId,
        Gateway = payment.Gateway,
        PaymentId = payment.Id,
        TokenCipher = token.Cipher,
        TokenHash = token.Hash,
        Mask = mask,
        Brand = brand,
        AgreedAt = now,
    };

    /// <summary>The same card was kept again.</summary>
    public void AgreeAgain(Payment payment, DateTimeOffset now)
    {
        PaymentId = payment.Id;
        AgreedAt = now;
    }

    public void End(DateTimeOffset now)
    {
        EndedAt ??= now;
        Mask = null;
        Brand = null;
        TokenHash = null;
    }

    /// <summary>The gateway has forgotten the card, or need not be told: nothing is left by which it could be charged.</summary>
    public void Erase() => TokenCipher = null;
}

/// <summary>A token as it is stored.</summary>
public sealed record SealedToken(string Cipher, string Hash);
