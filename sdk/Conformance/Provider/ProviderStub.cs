using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingHeadless.Conformance.Provider;

/// <summary>
/// A provider on a free port of this machine: it keeps its book in memory, answers one request after the other, records them all, and
/// breaks off where it is told to.
/// </summary>
public abstract class ProviderStub : IAsyncDisposable
{
    private const int RetryAfterSeconds = 7;
    private const int LongestShownBody = 1_000;

    private readonly SemaphoreSlim one = new(1);
    private readonly ConcurrentQueue<StubRequest> requests = [];
    private readonly CancellationTokenSource closing = new();
    private WebApplication? app;
    private TaskCompletionSource? commandArrived;

    /// <summary>Without a slash at its end.</summary>
    public string Url => app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What goes wrong with commands from now on.</summary>
    public Fault Fault { get; set; }

    /// <summary>Whether it goes wrong with questions, too; otherwise they are answered well.</summary>
    public bool FaultsHitQuestions { get; set; }

    /// <summary>What the provider's clock says.</summary>
    public DateTimeOffset Now { get; set; } = StubTime.Now;

    public IReadOnlyList<StubRequest> Requests => [.. requests];

    /// <summary>What was answered last, and to which request: where to look when an assertion fails; null before the first answer.</summary>
    public string? LastAnswer { get; private set; }

    /// <summary>Callbacks that have not been taken, oldest first.</summary>
    public ConcurrentQueue<StubCallback> Callbacks { get; } = [];

    /// <summary>All that the provider knows, as text: two that are equal mean that nothing has changed.</summary>
    public abstract string State { get; }

    /// <summary>Our reference of the payment that was begun last.</summary>
    public abstract string LatestReference { get; }

    /// <summary>How often money has moved for this reference of ours, and how much in all.</summary>
    public abstract (int Times, long Minor) Moved(string reference);

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(TakeAsync);
        await app.StartAsync();
    }

    /// <summary>Changes the book while no request is at work.</summary>
    public async Task ChangeAsync(Action change)
    {
        await one.WaitAsync();
        try
        {
            change();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Ends when the next command has arrived.</summary>
    public Task NextCommandAsync() => (commandArrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await closing.CancelAsync();
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        closing.Dispose();
        one.Dispose();
    }

    /// <summary>Whether the request is one that moves something, and so may be hit by the fault.</summary>
    protected abstract bool IsCommand(StubRequest request);

    protected abstract Task<StubAnswer> AnswerAsync(StubRequest request);

    private static async Task<StubRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new StubRequest(
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value?.TrimStart('?') ?? "",
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
    }

    private Task WriteAsync(HttpResponse response, StubAnswer answer)
    {
        var request = response.HttpContext.Request;
        var body = answer.Body.Length <= LongestShownBody ? answer.Body : $"{answer.Body[..LongestShownBody]}…";
        LastAnswer = $"{request.Method} {request.Path}{request.QueryString} -> {answer.Status} {body}";
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        return response.WriteAsync(answer.Body);
    }

    private async Task TakeAsync(HttpContext context)
    {
        var request = await ReadAsync(context.Request);
        requests.Enqueue(request);
        var isCommand = IsCommand(request);
        if (isCommand)
        {
            commandArrived?.TrySetResult();
        }

        var fault = isCommand || FaultsHitQuestions ? Fault : Fault.None;
        switch (fault)
        {
            case Fault.BreakBeforeWork:
                context.Abort();
                return;
            case Fault.TooMany:
                context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
                await WriteAsync(context.Response, StubAnswer.Text("slow down", 429));
                return;
        }

        await FailAsync(context, fault, await WorkAsync(request));
    }

    private async Task<StubAnswer> WorkAsync(StubRequest request)
    {
        await one.WaitAsync();
        try
        {
            return await AnswerAsync(request);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task FailAsync(HttpContext context, Fault fault, StubAnswer answer)
    {
        switch (fault)
        {
            case Fault.BreakAfterWork:
                context.Abort();
                break;
            case Fault.Silence:
                using (var gone = CancellationTokenSource.CreateLinkedTokenSource(closing.Token, context.RequestAborted))
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, gone.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }

                break;
            case Fault.Status500 or Fault.Status502 or Fault.Status504:
                var status = fault == Fault.Status500 ? 500 : fault == Fault.Status502 ? 502 : 504;
                await WriteAsync(context.Response, StubAnswer.Text("oops", status));
                break;
            case Fault.CutAnswer:
                await WriteAsync(context.Response, answer with { Body = answer.Body[..(answer.Body.Length / 2)] });
                break;
            case Fault.Page:
                await WriteAsync(context.Response, StubAnswer.Text("<html><p>Hello</p></html>", 200, "text/html"));
                break;
            default:
                await WriteAsync(context.Response, answer);
                break;
        }
    }
}

/// <summary>The providers' time: fixed, so that nothing depends on the machine's.</summary>
public static class StubTime
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
}
