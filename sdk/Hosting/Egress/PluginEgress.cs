using System.Net;
using System.Net.Sockets;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Finds the addresses of a host.</summary>
public delegate ValueTask<IReadOnlyList<IPEndPoint>> HostResolver(DnsEndPoint host, CancellationToken cancel);

/// <summary>
/// The way out for all plugins: the connections, made only to addresses that are allowed. One per process; a plugin gets its
/// <see cref="HttpClient"/> over it for one call at a time.
/// </summary>
public sealed class PluginEgress : IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HostResolver resolve;

    // Apart, so that a live merchant never gets a connection that was opened under the laxer rule.
    private readonly SocketsHttpHandler live;
    private readonly SocketsHttpHandler test;

    /// <param name="observer">Sees every call; null: nobody does.</param>
    /// <param name="resolver">Finds addresses; null: the system's name service.</param>
    public PluginEgress(IOutgoingCallObserver? observer = null, HostResolver? resolver = null)
    {
        Observer = observer;
        resolve = resolver ?? ResolveBySystemAsync;
        live = Connections(allowLoopback: false);
        test = Connections(allowLoopback: true);
    }

    internal IOutgoingCallObserver? Observer { get; }

    public void Dispose()
    {
        live.Dispose();
        test.Dispose();
    }

    internal HttpMessageHandler ConnectionsFor(bool testMode) => testMode ? test : live;

    private SocketsHttpHandler Connections(bool allowLoopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would be asked for the name, behind the guard's back.
        UseProxy = false,
        ConnectTimeout = HostingLimits.Connect,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxResponseHeadersLength = HostingLimits.ResponseHeaderKilobytes,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, allowLoopback, cancel),
    };

    // The address that is checked is the address that is connected to: asking the name service twice could give another.
    private async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool allowLoopback, CancellationToken cancel)
    {
        var found = await resolve(host, cancel).ConfigureAwait(false);
        var allowed = found.Where(point => AddressGuard.Allows(point.Address, allowLoopback)).ToArray();
        if (allowed.Length < found.Count || allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host.Host} leads to an address that plugins may not reach.");
        }

        return await ConnectToFirstAsync(allowed, cancel).ConfigureAwait(false);
    }

    private static async Task<Stream> ConnectToFirstAsync(IReadOnlyList<IPEndPoint> points, CancellationToken cancel)
    {
        for (var at = 0; ; at++)
        {
            var socket = new Socket(points[at].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(points[at], cancel).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (at + 1 < points.Count)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private static async ValueTask<IReadOnlyList<IPEndPoint>> ResolveBySystemAsync(DnsEndPoint host, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancel).ConfigureAwait(false);
        return [.. addresses.Select(address => new IPEndPoint(address, host.Port))];
    }
}
