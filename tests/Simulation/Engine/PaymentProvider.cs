using BillingHeadless.SandboxProvider;
using BillingHeadless.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>The payment provider: outside the engine, with a book of its own, reached only over HTTP; it lives in the same virtual time.</summary>
internal sealed class PaymentProvider : IAsyncDisposable
{
    /// <summary>How long it plays dead before it says that there is no answer.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(1);

    private readonly WebApplication app;

    private PaymentProvider(WebApplication app) => this.app = app;

    /// <summary>Without a slash at its end.</summary>
    public string Address => $"{app.Urls.First()}/sandbox";

    /// <summary>The browser of all buyers.</summary>
    public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<PaymentProvider> Start(string directory, int seed, TestTime time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSandboxProvider(new SandboxProviderOptions
        {
            DatabasePath = Path.Combine(directory, "provider.db"),
            Clock = time,
            Chance = new SeededChance(seed).Fill,
            CallbackOrigins = [BillingEngine.PublicUrl],
            CallbackDelivery = CallbackDelivery.None,
            Silence = Silence,
        });
        var app = builder.Build();
        app.MapSandboxProvider();
        await app.StartAsync();
        return new PaymentProvider(app);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
