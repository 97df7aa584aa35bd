using System.Net;
using System.Text.RegularExpressions;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Hosted;

/// <summary>As much of a browser as a page without scripts needs: cookies, forms, redirects that are looked at.</summary>
internal sealed partial class Browser(RunningServer server, string language = "en")
{
    private readonly Dictionary<string, string> cookies = [];

    public async Task<PageAnswer> Get(string address) => await Send(HttpMethod.Get, address, form: null);

    public async Task<PageAnswer> Post(string address, params (string Name, string Value)[] form) => await Send(HttpMethod.Post, address, form);

    /// <summary>Sends a form as another site's page would.</summary>
    public async Task<PageAnswer> PostFrom(string site, string address, params (string Name, string Value)[] form) => await Send(HttpMethod.Post, address, form, site);

    /// <summary>Follows redirects to the end.</summary>
    public async Task<PageAnswer> Follow(PageAnswer answer)
    {
        while (answer.Location is { } next)
        {
            answer = await Get(next);
        }

        return answer;
    }

    private async Task<PageAnswer> Send(HttpMethod method, string address, IReadOnlyCollection<(string Name, string Value)>? form, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Add("Sec-Fetch-Site", site);
        if (cookies.Count > 0 && site == "same-origin")
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        request.Content = form is null ? null : new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await server.Client.SendAsync(request);
        Keep(response);
        return new PageAnswer(await RawAnswer.Read(response));
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) switch { [var first, var second] => (first, second), _ => ("", "") };
            if (value.Length > 0)
            {
                cookies[name] = value;
            }
            else
            {
                cookies.Remove(name);
            }
        }
    }
}

/// <summary>A page as it came.</summary>
internal sealed partial record PageAnswer(RawAnswer Raw)
{
    public HttpStatusCode Status => Raw.Status;

    public string? Location => Raw.Header("Location");

    /// <summary>With entities decoded: what a reader sees.</summary>
    public string Html => WebUtility.HtmlDecode(Raw.Text);

    /// <summary>The value of a hidden field.</summary>
    public string Hidden(string name) => WebUtility.HtmlDecode(Regex.Match(Raw.Text, $"""<input type="hidden" name="{name}" value="([^"]*)">""").Groups[1].Value);
}
