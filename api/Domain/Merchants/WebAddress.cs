namespace BillingHeadless.Domain.Merchants;

/// <summary>Addresses that pages may link to: http and https, and nothing that a browser would run.</summary>
public static class WebAddress
{
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.Host.Length > 0;
}
