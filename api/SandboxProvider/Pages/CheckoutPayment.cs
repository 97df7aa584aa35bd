using BillingHeadless.SandboxProvider.Book;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.SavedCards;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>
/// The one place where a checkout is paid or declined. It runs in the writer's transaction on the row as it is then, so of two clicks
/// at once the second finds the checkout closed.
/// </summary>
internal sealed class CheckoutPayment(CallbackPlan callbacks, SandboxProviderOptions options)
{
    /// <summary>The checkout after the action; null when there is none of this id.</summary>
    public Checkout? Apply(Session session, string id, PageAction action)
    {
        if (CheckoutRows.Find(session, id)?.At(options.Now()) is not { } checkout)
        {
            return null;
        }

        return (checkout.Status, action) switch
        {
            (CheckoutStatus.Open or CheckoutStatus.Confirming, PageAction.Cancel) =>
                Decline(session, checkout, DeclineCode.CancelledByBuyer),
            (CheckoutStatus.Open, PageAction.PayByCard { Card: var card }) => PayByCard(session, checkout with { Mask = card.Mask }, card),
            (CheckoutStatus.Open, PageAction.PayByWallet { Wallet: var wallet }) =>
                Charge(session, checkout with { Wallet = wallet, Mask = TestCards.WalletMask }),
            (CheckoutStatus.Confirming, PageAction.EnterCode { Code: var code }) => EnterCode(session, checkout, code),
            _ => checkout,
        };
    }

    /// <summary>Charges a saved card with nobody present: it ends at once.</summary>
    public Checkout ChargeSaved(Session session, Checkout checkout)
    {
        var card = SavedCardRows.Find(session, checkout.AccountId, checkout.Customer!, checkout.SavedCard!);
        var decline = card is null ? DeclineCode.CardDeclined : TestCards.WithoutBuyer(card.Mask);
        return decline is { } code ? Decline(session, checkout, code) : Charge(session, checkout with { Mask = card!.Mask });
    }

    private Checkout PayByCard(Session session, Checkout checkout, TestCard card) => card.Effect switch
    {
        CardEffect.Succeeds or CardEffect.DeclinesLaterCharges or CardEffect.LacksFundsLater => Charge(session, checkout),
        CardEffect.SucceedsInSilence => Charge(session, checkout with { HoldsNextQuery = true }),
        CardEffect.IsDeclined => Decline(session, checkout, DeclineCode.CardDeclined),
        CardEffect.LacksFunds => Decline(session, checkout, DeclineCode.InsufficientFunds),
        CardEffect.AsksForCode => Store(session, checkout with { Status = CheckoutStatus.Confirming }),
        _ => throw new InvalidOperationException($"No test card does {card.Effect}."),
    };

    private Checkout EnterCode(Session session, Checkout checkout, string code)
    {
        if (code == TestCards.Code)
        {
            return Charge(session, checkout);
        }

        var tried = checkout with { WrongCodes = checkout.WrongCodes + 1 };
        return tried.WrongCodes < Limits.CodeTries
            ? Store(session, tried)
            : Decline(session, tried, DeclineCode.AuthenticationFailed);
    }

    private Checkout Charge(Session session, Checkout checkout)
    {
        var paid = Store(session, Saved(session, checkout) with { Status = CheckoutStatus.Succeeded });
        Movements.Add(session, Movement.OfCharge(paid, options.Now()));
        if (!paid.HoldsNextQuery)
        {
            callbacks.Add(session, paid);
        }

        return paid;
    }

    private Checkout Saved(Session session, Checkout checkout)
    {
        if (!checkout.SavesCard)
        {
            return checkout;
        }

        var card = new SavedCard(options.NewId("card"), checkout.AccountId, checkout.Customer!, checkout.Mask!);
        SavedCardRows.Insert(session, card);
        return checkout with { SavedCard = card.Token };
    }

    private Checkout Decline(Session session, Checkout checkout, DeclineCode code)
    {
        var declined = Store(session, checkout with { Status = CheckoutStatus.Declined, DeclineCode = code });
        callbacks.Add(session, declined);
        return declined;
    }

    private static Checkout Store(Session session, Checkout checkout)
    {
        CheckoutRows.Update(session, checkout);
        return checkout;
    }
}
