using System.Text;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Addresses that pages may link to: http and https, and nothing that a browser would run.</summary>
public static class WebAddress
{
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;

    /// <summary>
    /// The address as a header can hold it: escaped, and a host of another script as browsers ask for it (RFC 3492).
    /// Null when it is none to which a browser could go.
    /// </summary>
    public static string? InAscii(string text)
    {
        if (!IsWebAddress(text))
        {
            return null;
        }

        // Names are written in small letters before they are encoded: big ones would make another name.
        var typed = new Uri(text);
        var address = new UriBuilder(typed) { Host = typed.Host.ToLowerInvariant() }.Uri;
        return HostOf(address) is { } host && Ascii.IsValid(host) ? new UriBuilder(address) { Host = host }.Uri.AbsoluteUri : null;
    }

    private static string? HostOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            // A name that cannot be encoded, such as xn--ї.
            return null;
        }
    }
}
