namespace BillingHeadless.Server.Platform.Security;

/// <summary>The operator's key, of which only the hash is held.</summary>
public sealed class PlatformKey(string hash)
{
    public bool Matches(string secret) => Secrets.Same(Secrets.Hash(secret), hash);
}
