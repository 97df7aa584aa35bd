using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>Keeps cards that buyers agreed to have kept, and opens their tokens for a charge.</summary>
public sealed class SavedCards(Vault vault, IdSource ids)
{
    private const string TokenPurpose = "saved-card-token";
    private const string HashPurpose = "saved-card-token-hash";

    /// <summary>Keeps what a payment has brought, when the buyer agreed and the merchant still keeps cards; otherwise nothing of it stays (ruling 35).</summary>
    public async Task Keep(BillingDb db, Merchant merchant, Payment payment, SavedMethod? method, DateTimeOffset now, CancellationToken cancel)
    {
        if (method is null || !payment.SavesCard || !merchant.Settings.SavedMethods)
        {
            return;
        }

        var hash = vault.Hash(HashPurpose, $"{payment.Gateway}\n{method.Token}");
        if (await db.SavedCards.SingleOrDefaultAsync(row => row.CustomerId == payment.CustomerId && row.TokenHash == hash, cancel) is { } kept)
        {
            kept.AgreeAgain(payment, now);
            return;
        }

        var token = new SealedToken(vault.Encrypt(TokenPurpose, method.Token), hash);
        var card = SavedCard.Keep(ids.New<SavedCard>(), payment, token, method.Mask, method.Brand, now);
        db.SavedCards.Add(card);
        db.Outbox.Announce(new EventDraft(EventTypes.SavedCardKept, now, () => SavedCardEvent.Of(card)));
    }

    /// <summary>The gateway's token; null once it is erased.</summary>
    public string? TokenOf(SavedCard card) => card.TokenCipher is { } cipher ? vault.Decrypt(TokenPurpose, cipher) : null;
}

/// <summary>What events say of a saved card: nothing by which it could be charged.</summary>
public sealed record SavedCardEvent(string SavedCardId, string CustomerId, string Gateway, string PaymentId, DateTimeOffset? EndedAt)
{
    public static SavedCardEvent Of(SavedCard card) => new(card.Id.Value, card.CustomerId.Value, card.Gateway, card.PaymentId.Value, card.EndedAt);
}
