using BillingHeadless.SandboxProvider.Book;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Refunds;

/// <summary>Brings a refund to its end: the money moves, or what was kept for it is free again.</summary>
internal sealed class RefundEnding(CallbackPlan callbacks, SandboxProviderOptions options)
{
    /// <summary>Ends the pending refunds whose time has come, and says how many.</summary>
    public int EndDue(Session session)
    {
        var due = RefundRows.Due(session, options.Now(), Limits.RefundsPerStep);
        foreach (var refund in due)
        {
            End(session, refund, CheckoutRows.Find(session, refund.CheckoutId)!);
        }

        return due.Count;
    }

    /// <summary>The refund as it is then.</summary>
    public Refund End(Session session, Refund refund, Checkout checkout, bool tell = true)
    {
        var ended = refund with { Status = refund.EndsAs };
        RefundRows.UpdateStatus(session, ended);
        if (ended.Status == RefundStatus.Succeeded)
        {
            Movements.Add(session, Movement.OfRefund(ended, checkout, options.Now()));
        }
        else
        {
            CheckoutRows.Update(session, checkout with { Refunded = checkout.Refunded - refund.Amount });
        }

        if (tell)
        {
            callbacks.Add(session, checkout, ended);
        }

        return ended;
    }
}
