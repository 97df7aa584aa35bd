using System.Threading.Channels;
using BillingHeadless.Plugins.Gateways;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>The merchant's side of callbacks: a real server that keeps what comes, byte for byte.</summary>
public sealed class CallbackInbox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<InboundMessage> messages = Channel.CreateUnbounded<InboundMessage>();
    private readonly WebApplication app;

    private CallbackInbox(WebApplication app) => this.app = app;

    /// <summary>What is answered from now on.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public Uri Address => new($"{app.Urls.Single()}/callbacks");

    public static async Task<CallbackInbox> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var inbox = new CallbackInbox(app);
        app.MapPost("/callbacks", inbox.KeepAsync);
        await app.StartAsync();
        return inbox;
    }

    /// <summary>The next message; fails when none comes.</summary>
    public async Task<InboundMessage> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await messages.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Nothing more has come until now.</summary>
    public bool IsEmpty => messages.Reader.Count == 0;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        messages.Writer.TryWrite(new InboundMessage
        {
            Kind = InboundKind.Callback,
            Method = context.Request.Method,
            Query = [],
            Headers = [.. context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
            Body = body.ToArray(),
        });
        context.Response.StatusCode = Status;
    }
}
