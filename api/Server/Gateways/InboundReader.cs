using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Server.Gateways;

/// <summary>Makes a message for a plugin out of a request: bounded, otherwise as it came.</summary>
public static class InboundReader
{
    public static async Task<InboundMessage> Read(HttpRequest request, InboundKind kind, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > Limits.CallbackBodyBytes)
            {
                throw new BadHttpRequestException("The message is too large.", StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        return new InboundMessage
        {
            Kind = kind,
            Method = request.Method,
            Query = [.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))],
            Headers = [.. request.Headers.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))],
            Body = body.ToArray(),
        };
    }
}
