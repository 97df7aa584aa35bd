using System.Net;
using System.Net.Http.Headers;

namespace BillingHeadless.Plugins.Sandbox;

/// <summary>
/// A request's body that knows whether it was asked for. The body is asked for only once there is a connection, and without it the
/// provider can do nothing: as long as it was not, it is proven that nothing was sent.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly byte[] json;
    private volatile bool wasAskedFor;

    public TrackedContent(byte[] json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool WasAskedFor => wasAskedFor;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        wasAskedFor = true;
        return stream.WriteAsync(json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
