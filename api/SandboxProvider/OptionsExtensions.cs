namespace BillingHeadless.SandboxProvider;

/// <summary>What the options make: ids, instants, addresses.</summary>
internal static class OptionsExtensions
{
    private const int IdBytes = 16;

    /// <summary>Milliseconds since 1970.</summary>
    public static long Now(this SandboxProviderOptions options) => options.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A prefix and 128 bits of chance.</summary>
    public static string NewId(this SandboxProviderOptions options, string prefix)
    {
        Span<byte> chance = stackalloc byte[IdBytes];
        options.Chance(chance);
        return $"{prefix}_{Convert.ToHexStringLower(chance)}";
    }

    /// <summary>Where the buyer pays.</summary>
    public static string PageAddress(this SandboxProviderOptions options, HttpRequest request, string checkoutId) =>
        $"{options.PublicOrigin ?? $"{request.Scheme}://{request.Host}"}{options.PathPrefix}/pay/{checkoutId}";
}
