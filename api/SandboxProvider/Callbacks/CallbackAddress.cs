namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>Where callbacks may go.</summary>
internal static class CallbackAddress
{
    public static bool IsAllowed(Uri url, SandboxProviderOptions options) => options.CallbackOrigins is { } origins
        ? origins.Any(origin => Uri.TryCreate(origin, UriKind.Absolute, out var allowed) && SameOrigin(allowed, url))
        : url.IsLoopback;

    private static bool SameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
