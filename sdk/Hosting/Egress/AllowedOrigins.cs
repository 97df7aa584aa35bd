namespace BillingHeadless.Plugins.Hosting;

/// <summary>Where one call may go: the manifest's hosts, with the merchant's settings and the licence's portal put in.</summary>
internal sealed class AllowedOrigins
{
    private readonly bool testMode;
    private readonly HashSet<(string Host, int? Port)> origins = [];

    public AllowedOrigins(PluginManifest manifest, PluginScope scope)
    {
        testMode = scope.TestMode;
        foreach (var rule in manifest.Hosts)
        {
            Add(rule, scope);
        }
    }

    /// <summary>Why the plugin may not call this address; null when it may.</summary>
    public string? Refusal(Uri? url)
    {
        if (url is not { IsAbsoluteUri: true })
        {
            return "it is not an absolute address";
        }

        if (url.Scheme != Uri.UriSchemeHttps && !(testMode && url.Scheme == Uri.UriSchemeHttp))
        {
            return testMode ? "only https and http are allowed" : "only https is allowed";
        }

        var isDeclared = origins.Contains((NameOf(url), url.Port)) || (url.IsDefaultPort && origins.Contains((NameOf(url), null)));
        return isDeclared ? null : "its manifest does not declare that host";
    }

    private void Add(HostRule rule, PluginScope scope)
    {
        switch (rule)
        {
            case NamedHost named:
                origins.Add((named.Name, named.Port));
                break;
            case SettingHost setting when Uri.TryCreate(scope.Settings.GetValueOrDefault(setting.Setting), UriKind.Absolute, out var url):
                origins.Add((NameOf(url), url.Port));
                break;
            case PortalHost when Uri.TryCreate($"https://{scope.Portal}", UriKind.Absolute, out var portal):
                origins.Add((NameOf(portal), portal.IsDefaultPort ? null : portal.Port));
                break;
            default:
                // A setting or a portal that this call has not: it opens no way.
                break;
        }
    }

    private static string NameOf(Uri url)
    {
        try
        {
            return url.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // A name that cannot be encoded, such as xn--ї: there is no such host.
            return url.Host;
        }
    }
}
