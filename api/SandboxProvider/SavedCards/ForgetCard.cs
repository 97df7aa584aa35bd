using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.SavedCards;

/// <summary>Which card of which buyer.</summary>
internal sealed record ForgetCardRequest(string SavedCard, string Customer);

/// <summary>That the card is not known any more.</summary>
internal sealed record ForgottenView(bool Forgotten);

/// <summary>POST /saved-cards/forget: nobody can charge the card any more. A card that is not known is as good as forgotten.</summary>
internal sealed class ForgetCard(Store store)
{
    public async Task HandleAsync(HttpContext context) =>
        await ApiReply.SendAsync(context, await ForgetAsync(context), ProviderJson.Default.ForgottenView);

    private async Task<Answer<ForgottenView>> ForgetAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        if (key.Refusal is { } headerRefusal)
        {
            return headerRefusal;
        }

        var body = await ApiRequest.BodyAsync(context, ProviderJson.Default.ForgetCardRequest);
        return body.Refusal is { } refusal ? refusal : await store.WriteAsync(session => Forget(session, key.Value!, body.Value!));
    }

    private static Answer<ForgottenView> Forget(Session session, ApiKey key, ForgetCardRequest request)
    {
        if (Account.Find(session, key) is not { } account)
        {
            return Refusal.AccountUnknown;
        }

        SavedCardRows.Delete(session, account.Id, request.Customer, request.SavedCard);
        return new ForgottenView(true);
    }
}
