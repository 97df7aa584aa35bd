using System.Globalization;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>One entry of a manifest's <c>hosts</c>: where a plugin may call. A closed family.</summary>
public abstract record HostRule
{
    private const string SettingPrefix = "$setting:";
    private const string Portal = "$portal";
    private const int LongestName = 253;

    private protected HostRule()
    {
    }

    /// <summary>Reads <c>api.example.com</c>, <c>api.example.com:8443</c>, <c>$setting:name</c> or <c>$portal</c>; null when it is neither.</summary>
    public static HostRule? Parse(string text)
    {
        if (text == Portal)
        {
            return new PortalHost();
        }

        if (text.StartsWith(SettingPrefix, StringComparison.Ordinal))
        {
            return text.Length > SettingPrefix.Length ? new SettingHost(text[SettingPrefix.Length..]) : null;
        }

        return ParseName(text);
    }

    private static NamedHost? ParseName(string text)
    {
        var parts = text.Split(':');
        var name = parts[0];
        int? port = null;
        if (parts.Length == 2 && ushort.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            port = number;
        }
        else if (parts.Length != 1)
        {
            return null;
        }

        var isName = name.Length <= LongestName && name == name.ToLowerInvariant() && Uri.CheckHostName(name) == UriHostNameType.Dns
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
        return isName ? new NamedHost(name, port) : null;
    }
}

/// <summary>A host by its name; without a port, the usual one.</summary>
public sealed record NamedHost(string Name, int? Port) : HostRule;

/// <summary>The origin of the URL in a setting.</summary>
public sealed record SettingHost(string Setting) : HostRule;

/// <summary>The portal of the licence that the call is about.</summary>
public sealed record PortalHost : HostRule;
