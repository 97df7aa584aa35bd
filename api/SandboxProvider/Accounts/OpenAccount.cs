using BillingHeadless.SandboxProvider.Http;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Accounts;

/// <summary>
/// PUT /account: whoever brings a key that nobody has used opens the account of that key. The same pair of key and secret may come any
/// number of times; the same key with another secret is refused.
/// </summary>
internal sealed class OpenAccount(Store store, SandboxProviderOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var key = ApiRequest.Key(context.Request);
        if (key.Refusal is { } keyMissing)
        {
            await ApiReply.RefuseAsync(context, keyMissing);
            return;
        }

        var body = await ApiRequest.BodyAsync(context, ProviderJson.Default.AccountRequest);
        var answer = body.Value is { } request ? await OpenAsync(key.Value!, request) : body.Refusal!;
        await ApiReply.SendAsync(context, answer, ProviderJson.Default.AccountView);
    }

    private async Task<Answer<AccountView>> OpenAsync(ApiKey key, AccountRequest request)
    {
        if (!ApiKey.IsValid(request.SigningSecret))
        {
            return Refusal.Invalid("signingSecret", $"{Limits.ShortestCredential} to {Limits.LongestCredential} visible ASCII characters.");
        }

        return await store.WriteAsync(session => Open(session, key, request));
    }

    private Answer<AccountView> Open(Session session, ApiKey key, AccountRequest request)
    {
        if (Account.Find(session, key) is { } known)
        {
            return known.SigningSecret == request.SigningSecret ? new AccountView("open") : Refusal.SecretDiffers;
        }

        Account.Open(session, key, request.SigningSecret, options.Now());
        return new AccountView("open");
    }
}

/// <summary>The secret with which the account's callbacks are signed.</summary>
internal sealed record AccountRequest(string SigningSecret);

internal sealed record AccountView(string Status);
