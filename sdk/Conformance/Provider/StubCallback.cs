using System.Net.Http.Headers;
using System.Web;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Provider;

/// <summary>A message of the provider, as it goes over the wire.</summary>
/// <param name="Method"><c>POST</c> or <c>GET</c>.</param>
/// <param name="QueryText">Without its question mark; empty for a POST.</param>
/// <param name="Headers">All of them.</param>
/// <param name="Body">Byte for byte.</param>
public sealed record StubCallback(string Method, string QueryText, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>As a host gives it to a plugin.</summary>
    public InboundMessage ToMessage()
    {
        var query = HttpUtility.ParseQueryString(QueryText);
        return new InboundMessage
        {
            Kind = InboundKind.Callback,
            Method = Method,
            Query = [.. query.AllKeys.OfType<string>().Select(name => KeyValuePair.Create(name, query[name] ?? ""))],
            Headers = Headers,
            Body = Body,
        };
    }

    /// <summary>As the provider sends it to a server.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpClient client, Uri url)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), QueryText.Length == 0 ? url : new Uri($"{url}?{QueryText}"));
        if (Method != "GET")
        {
            request.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await client.SendAsync(request);
    }
}
