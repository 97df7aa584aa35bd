using BillingHeadless.SandboxProvider;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Gateways;

/// <summary>Mounts the sandbox provider: a payment service with its own book, reached only over HTTP, like any other (ruling 21).</summary>
public static class SandboxSetup
{
    public const string Path = "/sandbox";
    private const string FileName = "sandbox-provider.db";

    public static void AddSandbox(this IServiceCollection services, BillingOptions options) => services.AddSandboxProvider(new SandboxProviderOptions
    {
        DatabasePath = System.IO.Path.Combine(options.DataDirectory, FileName),
        PathPrefix = Path,
        CallbackOrigins = options.PublicUrl is { } url ? [url.GetLeftPart(UriPartial.Authority)] : null,
    });
}
