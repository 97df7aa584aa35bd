using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>A small HTTP server on a free port of this machine.</summary>
public sealed class Stub : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private Stub(WebApplication app) => this.app = app;

    /// <summary>How many requests have arrived.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Without a slash at its end.</summary>
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public int Port => new Uri(Url).Port;

    public static async Task<Stub> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new Stub(builder.Build());
        stub.app.Run(context =>
        {
            Interlocked.Increment(ref stub.requests);
            return answer(context);
        });
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
