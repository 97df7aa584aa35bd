using System.Text.Json;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Refunds;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>Decides which callbacks follow from an event, and stores them together with it.</summary>
internal sealed class CallbackPlan(SandboxProviderOptions options)
{
    public void Add(Session session, Checkout checkout)
    {
        var final = CheckoutView.Of(checkout);
        var sent = checkout.Callbacks switch
        {
            CallbackMode.WrongAmount => final with { Amount = final.Amount + 1 },
            CallbackMode.WrongCurrency => final with { Currency = Another(final.Currency) },
            _ => final,
        };
        var earlier = final with { Status = CheckoutStatus.Open, DeclineCode = null, Mask = null, Wallet = null };
        Add(session, new Addressee(checkout, checkout.Callbacks, checkout.CallbackDelaySeconds), Event(sent), Event(earlier));
    }

    public void Add(Session session, Checkout checkout, Refund refund)
    {
        var final = RefundView.Of(refund, checkout);
        var sent = refund.Callbacks switch
        {
            CallbackMode.WrongAmount => final with { Amount = final.Amount + 1 },
            CallbackMode.WrongCurrency => final with { Currency = Another(final.Currency) },
            _ => final,
        };
        var earlier = final with { Status = RefundStatus.Pending };
        Add(session, new Addressee(checkout, refund.Callbacks, refund.CallbackDelaySeconds), Event(sent), Event(earlier));
    }

    private void Add(Session session, Addressee to, CallbackBody final, CallbackBody earlier)
    {
        if (to.Mode == CallbackMode.Omitted)
        {
            return;
        }

        var due = options.Clock.GetUtcNow().AddSeconds(to.DelaySeconds);
        Insert(session, to, final, due);
        if (to.Mode == CallbackMode.Doubled)
        {
            Insert(session, to, final, due);
        }

        if (to.Mode == CallbackMode.Reordered)
        {
            Insert(session, to, earlier, due + Limits.ReorderedGap);
        }
    }

    private static void Insert(Session session, Addressee to, CallbackBody body, DateTimeOffset due) => CallbackRows.Insert(
        session,
        to.Checkout.AccountId,
        to.Checkout.CallbackUrl,
        JsonSerializer.SerializeToUtf8Bytes(body, ProviderJson.Default.CallbackBody),
        to.Mode == CallbackMode.WrongSignature,
        due.ToUnixTimeMilliseconds());

    private CallbackBody Event(CheckoutView checkout) =>
        new(options.NewId("evt"), $"checkout.{JsonNamingPolicy.CamelCase.ConvertName(checkout.Status.ToString())}", checkout, null);

    private CallbackBody Event(RefundView refund) =>
        new(options.NewId("evt"), $"refund.{JsonNamingPolicy.CamelCase.ConvertName(refund.Status.ToString())}", null, refund);

    private static string Another(string currency) => currency == "EUR" ? "USD" : "EUR";

    private sealed record Addressee(Checkout Checkout, CallbackMode Mode, int DelaySeconds);
}
