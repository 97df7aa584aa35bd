using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>The base of every link given out: the setting, or the address listened on.</summary>
public sealed class PublicAddress(BillingOptions options, IServer server)
{
    /// <summary>Without a slash at its end.</summary>
    /// <exception cref="InvalidOperationException">Before the server listens, when no address is set.</exception>
    public string Url => (options.PublicUrl?.AbsoluteUri ?? Listening()).TrimEnd('/');

    private string Listening() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("The server does not listen yet.");
}
