using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Threading.Channels;
using BillingHeadless.SandboxProvider.Storage;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>
/// Sends callbacks until they are taken (2xx) or given up. A bounded number is under way at once, so a slow receiver holds up nobody
/// else's. One lost with the process is sent again after the next start: a receiver may see an event twice, and always at least once.
/// </summary>
internal sealed class CallbackSender(Store store, SandboxProviderOptions options, ILogger<CallbackSender> log) : IDisposable
{
    private readonly Channel<bool> wakeUps = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ConcurrentDictionary<long, bool> underWay = new();
    private readonly SemaphoreSlim slots = new(Limits.CallbacksInFlight);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Limits.CallbackTimeout,
    };

    /// <summary>Says that something may have become due.</summary>
    public void Wake() => wakeUps.Writer.TryWrite(true);

    /// <summary>Waits until somebody wakes it, or until the instant has come.</summary>
    public async Task SleepAsync(long? until, CancellationToken stop)
    {
        using var alarm = until is { } instant
            ? options.Clock.CreateTimer(_ => Wake(), null, TimeSpan.FromMilliseconds(Math.Max(0, instant - options.Now())), Timeout.InfiniteTimeSpan)
            : null;
        await wakeUps.Reader.ReadAsync(stop);
    }

    /// <summary>Starts to send what is due; ends when everything due is under way.</summary>
    public async Task SendDueAsync(CancellationToken stop)
    {
        // Looked at before the rows are read: a callback that is not under way then and is still waiting in its row needs sending.
        var busy = underWay.Keys.ToHashSet();
        var due = await store.ReadAsync(session => CallbackRows.Due(session, options.Now(), Limits.CallbacksPerStep));
        foreach (var callback in due.Where(callback => !busy.Contains(callback.Id)))
        {
            await slots.WaitAsync(stop);
            underWay[callback.Id] = true;
            _ = CarryAsync(callback, stop);
        }

        if (due.Count == Limits.CallbacksPerStep)
        {
            Wake();
        }
    }

    /// <summary>Ends when nothing is under way any more.</summary>
    public async Task FinishAsync()
    {
        for (var slot = 0; slot < Limits.CallbacksInFlight; slot++)
        {
            await slots.WaitAsync();
        }
    }

    public void Dispose()
    {
        slots.Dispose();
        http.Dispose();
    }

    private async Task CarryAsync(WaitingCallback callback, CancellationToken stop)
    {
        try
        {
            var taken = await IsTakenAsync(callback, stop);
            await store.WriteAsync(session => Record(session, callback, taken));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            log.LogDebug("Callback {Callback} waits for the next start.", callback.Id);
        }
        catch (SqliteException problem)
        {
            log.LogError(problem, "Callback {Callback} could not be recorded; it will be sent again.", callback.Id);
        }
        finally
        {
            underWay.TryRemove(callback.Id, out _);
            slots.Release();
            Wake();
        }
    }

    private async Task<bool> IsTakenAsync(WaitingCallback callback, CancellationToken stop)
    {
        var secret = callback.Forged ? $"{callback.SigningSecret} forged" : callback.SigningSecret;
        using var request = new HttpRequestMessage(HttpMethod.Post, callback.Url) { Content = new ByteArrayContent(callback.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(CallbackSignature.Header, CallbackSignature.Sign(secret, options.Clock.GetUtcNow(), callback.Body));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return response.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            log.LogDebug(problem, "Callback {Callback} did not get through.", callback.Id);
            return false;
        }
    }

    private int Record(Session session, WaitingCallback callback, bool taken)
    {
        if (taken)
        {
            return CallbackRows.MarkDelivered(session, callback.Id);
        }

        return callback.Attempts < Limits.CallbackRetries.Count
            ? CallbackRows.Postpone(session, callback.Id, options.Now() + (long)Limits.CallbackRetries[callback.Attempts].TotalMilliseconds)
            : CallbackRows.MarkGivenUp(session, callback.Id);
    }
}
