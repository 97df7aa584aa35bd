using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Refunds;

/// <summary>POST /refunds: gives back a payment or a part of it. The same Idempotency-Key gives the same refund.</summary>
internal sealed class CreateRefund(Store store, RefundEnding ending, CallbackSender sender, SandboxProviderOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var made = await CreateAsync(context);
        if (made.Value is { StaysUnanswered: true })
        {
            await ApiReply.StaySilentAsync(context, options);
            return;
        }

        sender.Wake();
        Answer<RefundView> answer = made.Value is { } refund ? refund.View : made.Refusal!;
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.RefundView);
    }

    private async Task<Answer<MadeRefund>> CreateAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        var idempotencyKey = ApiRequest.IdempotencyKey(context.Request);
        if ((key.Refusal ?? idempotencyKey.Refusal) is { } headerRefusal)
        {
            return headerRefusal;
        }

        var body = await ApiRequest.BodyAsync(context, ProviderJson.Default.RefundRequest);
        if ((body.Refusal ?? body.Value!.Check()) is { } refusal)
        {
            return refusal;
        }

        return await store.WriteAsync(session => Create(session, key.Value!, idempotencyKey.Value!, body.Value!));
    }

    private Answer<MadeRefund> Create(Session session, ApiKey key, string idempotencyKey, RefundRequest request)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        if (CheckoutRows.FindByReference(session, account.Id, request.PaymentReference) is not { } checkout)
        {
            return Refusal.CheckoutNotFound;
        }

        if (RefundRows.FindByIdempotencyKey(session, account.Id, idempotencyKey) is { } earlier)
        {
            return Repeats(request, earlier, checkout)
                ? new MadeRefund(RefundView.Of(earlier, checkout), false)
                : Refusal.IdempotencyKeyReused;
        }

        return Check(session, request, checkout) is { } refusal ? refusal : Make(session, idempotencyKey, request, checkout);
    }

    private static bool Repeats(RefundRequest request, Refund earlier, Checkout checkout) =>
        (request.Reference, request.Amount, request.Currency) == (earlier.Reference, earlier.Amount, checkout.Currency)
        && earlier.CheckoutId == checkout.Id;

    private static Refusal? Check(Session session, RefundRequest request, Checkout checkout)
    {
        if (RefundRows.FindByReference(session, checkout.AccountId, request.Reference) is not null)
        {
            return Refusal.ReferenceTaken;
        }

        if (checkout.Status != CheckoutStatus.Succeeded)
        {
            return Refusal.NotRefundable;
        }

        if (request.Currency != checkout.Currency)
        {
            return Refusal.Invalid("currency", $"the payment was in {checkout.Currency}.");
        }

        return request.Amount > checkout.Amount - checkout.Refunded ? Refusal.RefundExceedsPayment : null;
    }

    private MadeRefund Make(Session session, string idempotencyKey, RefundRequest request, Checkout checkout)
    {
        var refund = New(idempotencyKey, request, checkout);
        var reserved = checkout with { Refunded = checkout.Refunded + refund.Amount };
        CheckoutRows.Update(session, reserved);
        RefundRows.Insert(session, refund);
        if (request.Mode is RefundMode.Asynchronous or RefundMode.AsynchronousDeclined)
        {
            return new MadeRefund(RefundView.Of(refund, reserved), false);
        }

        var unanswered = request.Mode == RefundMode.Unanswered;
        var ended = ending.End(session, refund, reserved, tell: !unanswered);
        return new MadeRefund(RefundView.Of(ended, reserved), unanswered);
    }

    private Refund New(string idempotencyKey, RefundRequest request, Checkout checkout) => new()
    {
        Id = options.NewId("rfd"),
        AccountId = checkout.AccountId,
        CheckoutId = checkout.Id,
        Reference = request.Reference,
        IdempotencyKey = idempotencyKey,
        Amount = request.Amount,
        Status = RefundStatus.Pending,
        EndsAs = request.Mode is RefundMode.Declined or RefundMode.AsynchronousDeclined ? RefundStatus.Declined : RefundStatus.Succeeded,
        EndsAt = options.Clock.GetUtcNow().AddSeconds(request.DelaySeconds).ToUnixTimeMilliseconds(),
        Callbacks = request.Callbacks,
        CallbackDelaySeconds = request.CallbackDelaySeconds,
        CreatedAt = options.Now(),
    };

    /// <summary>A refund, and whether this request for it gets no answer.</summary>
    private sealed record MadeRefund(RefundView View, bool StaysUnanswered);
}
