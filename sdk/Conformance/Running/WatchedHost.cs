using BillingHeadless.Plugins;

namespace BillingHeadless.Conformance.Running;

/// <summary>What the real host lends, with the log as the plugin writes it, and with an eye on calls that the host refuses.</summary>
internal sealed class WatchedHost(IPluginHost lent, MerchantHost merchant) : IPluginHost
{
    public string MerchantId => lent.MerchantId;

    public bool TestMode => lent.TestMode;

    public PluginSettings Settings => lent.Settings;

    public HttpClient Http { get; } = new(new WatchedCalls(lent.Http, merchant.RefusedCalls.Enqueue)) { Timeout = lent.Http.Timeout };

    public TimeProvider Clock => lent.Clock;

    public IPluginLog Log => merchant;

    public TimeSpan Budget => lent.Budget;
}

/// <summary>Passes calls on, and notes the addresses to which the host lets none through.</summary>
internal sealed class WatchedCalls(HttpClient http, Action<string> refused) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(Again(request), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (failure is { HttpRequestError: HttpRequestError.ConnectionError, InnerException: null })
        {
            // A connection that fails has its cause inside; a refusal of the host is its own cause.
            refused($"{request.RequestUri?.Host}");
            throw;
        }
    }

    // A client sends no request that another one has taken. The body is the same object, so that it still knows whether it was asked for.
    private static HttpRequestMessage Again(HttpRequestMessage request)
    {
        var again = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content, Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            again.Headers.TryAddWithoutValidation(name, values);
        }

        return again;
    }
}
