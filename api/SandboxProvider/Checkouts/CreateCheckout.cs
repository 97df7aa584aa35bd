using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Pages;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>POST /checkouts: begins a payment and answers its page, or charges a saved card at once. The same Idempotency-Key gives the same checkout.</summary>
internal sealed class CreateCheckout(Store store, CheckoutPayment payment, CallbackSender sender, SandboxProviderOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var answer = await CreateAsync(context);
        sender.Wake();
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.CheckoutView);
    }

    private async Task<Answer<CheckoutView>> CreateAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        var idempotencyKey = ApiRequest.IdempotencyKey(context.Request);
        if ((key.Refusal ?? idempotencyKey.Refusal) is { } headerRefusal)
        {
            return headerRefusal;
        }

        var body = await ApiRequest.BodyAsync(context, ProviderJson.Default.CheckoutRequest);
        if ((body.Refusal ?? body.Value!.Check(options)) is { } refusal)
        {
            return refusal;
        }

        var created = await store.WriteAsync(session => Create(session, key.Value!, idempotencyKey.Value!, body.Value!));
        return created.Value is { } checkout ? CheckoutView.Of(checkout, options.PageAddress(context.Request, checkout.Id)) : created.Refusal!;
    }

    private Answer<Checkout> Create(Session session, ApiKey key, string idempotencyKey, CheckoutRequest request)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        if (CheckoutRows.FindByIdempotencyKey(session, account.Id, idempotencyKey) is { } earlier)
        {
            return earlier.Answers(request) ? earlier : Refusal.IdempotencyKeyReused;
        }

        if (CheckoutRows.FindByReference(session, account.Id, request.Reference) is not null)
        {
            return Refusal.ReferenceTaken;
        }

        var checkout = New(account, idempotencyKey, request);
        CheckoutRows.Insert(session, checkout);
        return checkout.SavedCard is null ? checkout : payment.ChargeSaved(session, checkout);
    }

    private Checkout New(Account account, string idempotencyKey, CheckoutRequest request) => new()
    {
        Id = options.NewId("chk"),
        AccountId = account.Id,
        Reference = request.Reference,
        IdempotencyKey = idempotencyKey,
        Amount = request.Amount,
        Currency = request.Currency,
        Description = request.Description,
        Language = request.Language,
        ReturnUrl = request.ReturnUrl,
        CallbackUrl = request.CallbackUrl,
        Callbacks = request.Callbacks,
        CallbackDelaySeconds = request.CallbackDelaySeconds,
        CreatedAt = options.Now(),
        Customer = request.Customer,
        SavesCard = request.SaveCard,
        SavedCard = request.SavedCard,
    };
}
