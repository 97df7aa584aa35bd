using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Refunds;

/// <summary>GET /refunds?reference=…: the status query of a refund.</summary>
internal sealed class GetRefund(Store store)
{
    public async Task HandleAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        var reference = context.Request.Query["reference"].ToString();
        var answer = key.Refusal is { } refusal ? refusal : await store.ReadAsync(session => Find(session, key.Value!, reference));
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.RefundView);
    }

    private static Answer<RefundView> Find(Session session, ApiKey key, string reference)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        return RefundRows.FindByReference(session, account.Id, reference) is { } refund
            ? RefundView.Of(refund, CheckoutRows.Find(session, refund.CheckoutId)!)
            : Refusal.RefundNotFound;
    }
}
