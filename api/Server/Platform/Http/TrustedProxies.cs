using BillingHeadless.Server.Platform.Start;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HttpOverrides;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// Behind a proxy the connection is the proxy's: who asks, and whether by TLS, stands in headers, which anybody can send. Only the proxies that
/// the operator names are believed.
/// </summary>
public static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<BillingOptions>();
        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders(Believed(options.TrustedProxies));
        }

        // A proxy that does not tell how it was asked must not make a cookie travel unencrypted.
        var isPublicByTls = options.PublicUrl?.Scheme == Uri.UriSchemeHttps;
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = isPublicByTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest });
    }

    private static ForwardedHeadersOptions Believed(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var believed = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = Limits.ProxiesInARow,
        };

        // By default, whoever runs on this machine is believed.
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            believed.KnownIPNetworks.Add(proxy);
        }

        return believed;
    }
}
