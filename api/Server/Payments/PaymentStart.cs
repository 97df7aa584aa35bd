using BillingHeadless.Domain.Events;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Domain.Subscriptions;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Events;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Payments;

/// <summary>
/// Begins a payment at a gateway in three steps: reserve it in one commit, call the gateway, settle the answer in another.
/// A crash in between leaves a pending payment that the resolver asks about.
/// </summary>
public sealed class PaymentStart(IWriter writer, GatewayOffers offers, GatewayCalls gateways, PaymentSettlement settlement, SavedCards cards, Links links, IdSource ids, Clock clock)
{
    private const int NumericReferenceBytes = 4;

    /// <summary>Decides and stores. While a payment by the same gateway is open, it is that one (ruling 4).</summary>
    public async Task<Result<ReservedPayment>> Reserve(BillingDb db, Invoice invoice, PaymentWish wish, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var open = await db.Payments.SingleOrDefaultAsync(
            payment => payment.InvoiceId == invoice.Id && payment.Gateway == wish.Gateway && (payment.Status == PaymentStatus.Pending || payment.Status == PaymentStatus.Unknown),
            cancel);
        if (open is not null)
        {
            return new ReservedPayment(open, merchant, invoice, IsNew: false);
        }

        var amount = wish.AmountMinor ?? invoice.DueMinor;
        if (await Refuse(db, merchant, invoice, wish, amount, cancel) is { } refusal)
        {
            return refusal;
        }

        // While this attempt is undecided the invoice stays open: whoever closes it at this moment must see the attempt.
        db.Hold(invoice);
        var surcharge = Surcharge.On(amount, merchant.Settings.SurchargeBasisPoints.GetValueOrDefault(wish.Gateway));
        return new ReservedPayment(Store(db, merchant, invoice, wish, new AskedSum(amount, surcharge)), merchant, invoice, IsNew: true)
        {
            BuyerEmail = await BuyerEmails.Of(db, invoice, cancel),
            Card = wish.Card,
        };
    }

    /// <summary>Calls the gateway and settles what it says; the answer is made in the settlement's own commit.</summary>
    public async Task<T> Send<T>(ReservedPayment reserved, Func<BillingDb, Payment, CancellationToken, Task<T>> answer, CancellationToken cancel)
    {
        var reply = await gateways.Execute(reserved.Merchant, reserved.Payment, CommandOf(reserved), cancel);
        return await writer.Write(
            reserved.Merchant.Id,
            Turn.Of(reserved.Payment.Id),
            async (db, token) =>
            {
                var payment = await db.Payments.SingleAsync(row => row.Id == reserved.Payment.Id, token);
                await settlement.Settle(db, payment, reply.Answer, AttemptKind.Start, reply.PluginVersion, token);
                return await answer(db, payment, token);
            },
            CancellationToken.None);
    }

    private async Task<Refusal?> Refuse(BillingDb db, Merchant merchant, Invoice invoice, PaymentWish wish, long amount, CancellationToken cancel)
    {
        if (invoice.Status != InvoiceStatus.Open || clock.NowOf(merchant) >= invoice.DueAt)
        {
            return InvoiceRefusals.NotOpen;
        }

        if (amount > invoice.DueMinor)
        {
            return InvoiceRefusals.AmountAboveDue;
        }

        if (await LicenceExtensions.Check(db, invoice, clock.NowOf(merchant), cancel) is { } differs)
        {
            return differs;
        }

        if (offers.Find(wish.Gateway, merchant) is not { } offer
            || !await db.GatewaySettings.AnyAsync(row => row.Gateway == wish.Gateway && row.Enabled, cancel))
        {
            return PaymentRefusals.GatewayNotOffered;
        }

        if (await RefuseCard(db, merchant, invoice, offer, wish, cancel) is { } refusal)
        {
            return refusal;
        }

        return offer.Takes(new Money(amount, invoice.Currency)) ? null : PaymentRefusals.GatewayCannotTakeAmount;
    }

    /// <summary>Cards are kept and charged only where the merchant wants that and the gateway can (C2).</summary>
    private static async Task<Refusal?> RefuseCard(BillingDb db, Merchant merchant, Invoice invoice, GatewayOffer offer, PaymentWish wish, CancellationToken cancel)
    {
        if (!wish.SaveCard && wish.Card is null)
        {
            return null;
        }

        return !merchant.Settings.SavedMethods ? SubscriptionRefusals.SavedMethodsOff
            : !offer.Card.SavedMethods ? PaymentRefusals.GatewaySavesNoCards
            : wish.SaveCard && await db.SavedCards.CountAsync(card => card.CustomerId == invoice.CustomerId && card.EndedAt == null, cancel) >= Limits.SavedCards ? PaymentRefusals.SavedCardsFull
            : null;
    }

    /// <summary>Stores a payment of money that has come already, with nobody to ask; null when the gateway is not there.</summary>
    public Payment? Record(BillingDb db, Merchant merchant, Invoice invoice, string gateway, long received) => offers.Find(gateway, merchant) is null
        ? null
        : Store(db, merchant, invoice, new PaymentWish(gateway, received, ReturnUrl: null), new AskedSum(received, 0));

    private Payment Store(BillingDb db, Merchant merchant, Invoice invoice, PaymentWish wish, AskedSum sum)
    {
        var offer = offers.Find(wish.Gateway, merchant)!;
        var draft = new PaymentDraft(wish.Gateway, offer.PluginVersion, sum.Amount, sum.Surcharge, NewReference(offer.Card.Reference), ids.Token(), wish.ReturnUrl)
        {
            SavesCard = wish.SaveCard,
            SavedCardId = wish.Card?.Id,
        };
        var now = clock.NowOf(merchant);
        var payment = Payment.Start(ids.New<Payment>(), invoice, draft, now, clock.Now());
        db.Payments.Add(payment);
        db.Outbox.Announce(new EventDraft(EventTypes.PaymentStarted, now, () => PaymentEvent.Of(payment)));
        db.Outbox.Plan(ResolvePayment.For(payment));
        return payment;
    }

    private sealed record AskedSum(long Amount, long Surcharge);

    private string NewReference(ReferenceRule rule)
    {
        var token = ids.Token();
        return rule.DigitsOnly
            ? $"{(Convert.ToUInt32(Secrets.Hash(token)[..(NumericReferenceBytes * 2)], 16) % int.MaxValue) + 1}"
            : token[..Math.Min(token.Length, rule.MaximumLength)];
    }

    private GatewayCommand CommandOf(ReservedPayment reserved) => reserved.Card is { } card ? ChargeOf(reserved, card) : StartOf(reserved);

    private ChargeSavedMethod ChargeOf(ReservedPayment reserved, SavedCard card) => new()
    {
        Key = OperationKeys.Of(reserved.Payment),
        Token = cards.TokenOf(card)!,
        CustomerReference = card.CustomerId.Value,
        Amount = reserved.Payment.Charged,
        Description = DescriptionOf(reserved),
        CallbackUrl = new Uri(links.Callback(reserved.Payment.Gateway, reserved.Merchant.Id.Value)),
        BuyerEmail = reserved.BuyerEmail,
        Lines = PaymentLines.Of(reserved.Invoice, reserved.Payment.Charged),
    };

    private StartPayment StartOf(ReservedPayment reserved) => new()
    {
        Key = OperationKeys.Of(reserved.Payment),
        Amount = reserved.Payment.Charged,
        Description = DescriptionOf(reserved),
        ReturnUrl = new Uri(links.Return(reserved.Invoice.Id, reserved.Payment.Id.Value)),
        CallbackUrl = new Uri(links.Callback(reserved.Payment.Gateway, reserved.Merchant.Id.Value)),
        BuyerEmail = reserved.BuyerEmail,
        Language = reserved.Invoice.Locale,
        Lines = PaymentLines.Of(reserved.Invoice, reserved.Payment.Charged),
        SaveMethod = reserved.Payment.SavesCard,
        CustomerReference = reserved.Payment.SavesCard ? reserved.Payment.CustomerId.Value : null,
    };

    private static string DescriptionOf(ReservedPayment reserved) =>
        string.Join(", ", reserved.Invoice.Lines.OrderBy(line => line.Ordinal).Select(line => $"{line.ProductName} {line.PlanName}"));
}

/// <summary>How somebody wishes to pay.</summary>
/// <param name="Gateway">The plugin's id.</param>
/// <param name="AmountMinor">A part of what is due, or null for all of it.</param>
/// <param name="ReturnUrl">The merchant's own page to which the buyer goes in the end.</param>
public sealed record PaymentWish(string Gateway, long? AmountMinor, string? ReturnUrl)
{
    /// <summary>The buyer agrees that the gateway keeps the card.</summary>
    public bool SaveCard { get; init; }

    /// <summary>Charge this card, with nobody present.</summary>
    public SavedCard? Card { get; init; }
}

/// <summary>A payment that is stored and may be sent.</summary>
public sealed record ReservedPayment(Payment Payment, Merchant Merchant, Invoice Invoice, bool IsNew)
{
    public string? BuyerEmail { get; init; }

    /// <summary>The saved card that is charged; null when the buyer pays by hand.</summary>
    public SavedCard? Card { get; init; }
}
