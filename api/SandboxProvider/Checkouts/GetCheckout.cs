using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Checkouts;

/// <summary>GET /checkouts/{id} and GET /checkouts?reference=…: the status query.</summary>
internal sealed class GetCheckout(Store store, SandboxProviderOptions options)
{
    public Task HandleByIdAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        return HandleAsync(context, (session, account) => CheckoutRows.FindOwn(session, account, id));
    }

    public Task HandleByReferenceAsync(HttpContext context)
    {
        var reference = context.Request.Query["reference"].ToString();
        return HandleAsync(context, (session, account) => CheckoutRows.FindByReference(session, account, reference));
    }

    private async Task HandleAsync(HttpContext context, Func<Session, long, Checkout?> find)
    {
        var found = await FindAsync(context, find);
        if (found.Value is { HoldsNextQuery: true } silent && await store.WriteAsync(session => ReleaseHold(session, silent.Id)))
        {
            await ApiReply.StaySilentAsync(context, options);
            return;
        }

        Answer<CheckoutView> answer = found.Value is { } checkout
            ? CheckoutView.Of(checkout, options.PageAddress(context.Request, checkout.Id))
            : found.Refusal!;
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.CheckoutView);
    }

    private async Task<Answer<Checkout>> FindAsync(HttpContext context, Func<Session, long, Checkout?> find)
    {
        var key = ApiRequest.Key(context.Request);
        return key.Refusal is { } refusal ? refusal : await store.ReadAsync(session => Find(session, key.Value!, find));
    }

    private Answer<Checkout> Find(Session session, ApiKey key, Func<Session, long, Checkout?> find)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        return find(session, account.Id) is { } checkout ? checkout.At(options.Now()) : Refusal.CheckoutNotFound;
    }

    // True for one caller only: that query is the one which gets no answer.
    private static bool ReleaseHold(Session session, string id)
    {
        var checkout = CheckoutRows.Find(session, id)!;
        CheckoutRows.Update(session, checkout with { HoldsNextQuery = false });
        return checkout.HoldsNextQuery;
    }
}
