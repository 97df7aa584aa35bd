using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Merchants;

/// <summary>Makes keys: the row that recognises a key, and the key itself, which is kept nowhere.</summary>
public sealed class KeyMint(IdSource ids, Clock clock)
{
    public (ApiKey Row, string Text) Secret(Merchant merchant, IReadOnlyList<string> scopes) =>
        Mint(merchant, ApiKeyKind.Secret, KeyText.Secret(merchant.Mode, ids), scopes);

    public (ApiKey Row, string Text) Publishable(Merchant merchant, IReadOnlyList<string> origins)
    {
        var minted = Mint(merchant, ApiKeyKind.Publishable, KeyText.Publishable(merchant.Mode, ids), []);
        minted.Row.AllowOrigins(origins);
        return minted;
    }

    private (ApiKey Row, string Text) Mint(Merchant merchant, ApiKeyKind kind, string text, IReadOnlyList<string> scopes) =>
        (ApiKey.Create(ids.New<ApiKey>(), merchant.Id, kind, Secrets.Hash(text), KeyText.Beginning(text), scopes, clock.Now()), text);
}
