namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Stands between a plugin and the network for one call: declared hosts only, answers of bounded size, every call observed.
/// A request ends with the call, also when the plugin does not pass its token on. A redirect comes back as it is, and where it
/// leads is checked like any other address if the plugin goes there.
/// </summary>
internal sealed class HostGuard(PluginManifest manifest, PluginScope scope, PluginEgress egress, PluginHealth? health, CancellationToken end)
    : DelegatingHandler(egress.ConnectionsFor(scope.TestMode))
{
    private readonly AllowedOrigins origins = new(manifest, scope);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var refusal = origins.Refusal(request.RequestUri) ?? RefusalOfHostHeader(request);
        if (refusal is not null)
        {
            health?.NoteRefusedHost();
            scope.Log.Warning($"A call to {request.RequestUri?.Host} was not made: {refusal}.");
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"The plugin {manifest.Id} may not call {request.RequestUri?.Host}: {refusal}.");
        }

        var url = request.RequestUri!;
        var call = new OutgoingCall(manifest.Id, scope.MerchantId, request.Method.Method, url.Authority, url.AbsolutePath);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end);
        egress.Observer?.Before(call);
        try
        {
            return await WithWholeBodyAsync(await base.SendAsync(request, either.Token).ConfigureAwait(false), either.Token).ConfigureAwait(false);
        }
        finally
        {
            egress.Observer?.After(call);
        }
    }

    // A Host header of its own would reach another site on the same address.
    private static string? RefusalOfHostHeader(HttpRequestMessage request) =>
        request.Headers.Host is { } host && !string.Equals(host, request.RequestUri!.Authority, StringComparison.OrdinalIgnoreCase)
            ? "its Host header names another host"
            : null;

    private static async Task<HttpResponseMessage> WithWholeBodyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            var body = await ReadAsync(response.Content, cancel).ConfigureAwait(false);
            var content = new ByteArrayContent(body);
            foreach (var (name, values) in response.Content.Headers.NonValidated)
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        const int Chunk = 16 * 1024;
        using var body = new MemoryStream();
        using var stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var chunk = new byte[Chunk];
        while (await stream.ReadAsync(chunk, cancel).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > HostingLimits.ResponseBytes)
            {
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"The answer is longer than {HostingLimits.ResponseBytes} bytes.");
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }
}
