using System.Net;
using System.Net.Http.Headers;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>
/// A request's body that knows whether it was asked for. The body is asked for only once there is a connection, and without it the
/// provider can do nothing: as long as it was not, it is proven that nothing was sent.
/// </summary>
public sealed class TrackedContent : HttpContent
{
    private readonly byte[] bytes;
    private volatile bool wasAskedFor;

    /// <param name="bytes">The body.</param>
    /// <param name="mediaType">For example <c>application/json</c>.</param>
    public TrackedContent(byte[] bytes, string mediaType)
    {
        this.bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    /// <summary>Whether any of it may have been sent.</summary>
    public bool WasAskedFor => wasAskedFor;

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        wasAskedFor = true;
        return stream.WriteAsync(bytes, cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
