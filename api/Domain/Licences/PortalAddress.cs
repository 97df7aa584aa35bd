using BillingHeadless.Domain.HostNames;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Licences;

/// <summary>The host name of the portal that a licence is bound to, as two addresses of one portal are compared.</summary>
public sealed record PortalAddress
{
    /// <summary>As much of an address as any browser shows; the host name is a small part of it.</summary>
    public const int MaxTypedLength = 2048;

    private PortalAddress(PublicHostName host) => Host = host.Text;

    /// <summary>For example <c>firm.bitrix24.ua</c>.</summary>
    public string Host { get; }

    /// <summary>
    /// Reads what a buyer typed or copied from the browser. The scheme, the path, the default port, capitals, the final dot and
    /// space around it make no other portal, and are dropped; whatever could mean another host than the one that is
    /// shown is refused. The problems are <see cref="PortalAddressProblem"/>.
    /// </summary>
    public static Parsed<PortalAddress> Normalise(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length > MaxTypedLength)
        {
            return Refused(HostNameProblem.TooLong);
        }

        if (text.Any(char.IsControl))
        {
            return Refused(HostNameProblem.BadCharacter);
        }

        var (scheme, address) = Scheme.Split(text);
        return scheme is null ? Refused(PortalAddressProblem.Scheme) : FromAuthority(scheme, address.Split('/', '?', '#')[0]);
    }

    public override string ToString() => Host;

    private static Parsed<PortalAddress> FromAuthority(string scheme, string authority)
    {
        if (authority.Contains('@'))
        {
            return Refused(PortalAddressProblem.UserInformation);
        }

        var (name, port) = authority.Count(character => character == ':') == 1 && !authority.StartsWith('[')
            ? (authority[..authority.IndexOf(':')], authority[(authority.IndexOf(':') + 1)..])
            : (authority, null);
        if (port is not null && !Scheme.IsDefaultPort(scheme, port))
        {
            return Refused(PortalAddressProblem.Port);
        }

        var host = PublicHostName.Parse(name);
        return host.IsAccepted ? Parsed<PortalAddress>.Accepted(new PortalAddress(host.Value)) : Refused(host.Problem);
    }

    private static Parsed<PortalAddress> Refused(string problem) => Parsed<PortalAddress>.Refused(problem);

    private static class Scheme
    {
        private const string None = "";
        private const string Http = "http";
        private const string Https = "https";

        /// <summary>The scheme and what follows it. The scheme is empty if there is none, null if it is not one of the web.</summary>
        public static (string? Name, string Remainder) Split(string text)
        {
            foreach (var scheme in new[] { Http, Https })
            {
                // Browsers forgive a missing or a doubled slash here, so do we.
                if (text.StartsWith(scheme + ":", StringComparison.OrdinalIgnoreCase))
                {
                    return (scheme, text[(scheme.Length + 1)..].TrimStart('/'));
                }
            }

            if (text.StartsWith("//", StringComparison.Ordinal))
            {
                return (None, text[2..]);
            }

            var colon = text.IndexOf("://", StringComparison.Ordinal);
            var namesScheme = colon >= 0 && text[..colon].IndexOfAny(['/', '?', '#']) < 0;
            return namesScheme ? (null, text) : (None, text);
        }

        public static bool IsDefaultPort(string scheme, string port) => port switch
        {
            "80" => scheme != Https,
            "443" => scheme != Http,
            _ => false,
        };
    }
}
