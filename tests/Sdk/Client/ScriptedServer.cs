using System.Net;
using System.Text;

namespace BillingHeadless.Tests.Sdk.Client;

/// <summary>Answers every call with one answer and remembers what was asked.</summary>
internal sealed class ScriptedServer(HttpStatusCode status, string body, string contentType = "application/json") : HttpMessageHandler
{
    public List<HttpRequestMessage> Requests { get; } = [];

    public List<string> Bodies { get; } = [];

    public TimeSpan? RetryAfter { get; init; }

    public string Header(string name) => Requests[^1].Headers.TryGetValues(name, out var values) ? values.Single() : "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        response.Headers.RetryAfter = RetryAfter is { } wait ? new(wait) : null;
        return response;
    }
}
