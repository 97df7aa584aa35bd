using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>How keys and tokens look, so that a person and a scanner for leaked secrets can tell them apart.</summary>
public static class KeyText
{
    public const string CustomerToken = "ct_";
    private const int ShownCharacters = 12;

    public static string Platform(IdSource ids) => $"platform_{ids.Token()}";

    public static string Secret(MerchantMode mode, IdSource ids) => mode == MerchantMode.Test ? $"sk_test_{ids.Token()}" : $"sk_live_{ids.Token()}";

    public static string Publishable(MerchantMode mode, IdSource ids) => mode == MerchantMode.Test ? $"pk_test_{ids.Token()}" : $"pk_live_{ids.Token()}";

    /// <summary>So much as a list may show.</summary>
    public static string Beginning(string key) => key[..ShownCharacters];
}
