using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>
/// A provider that misbehaves on the wire: it reads each request whole, and then sends exactly these bytes and hangs up, or is silent
/// until it is closed. The last answer serves all further requests.
/// </summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource requestRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    /// <param name="answers">The bytes for each request in turn; null: silence.</param>
    public RawServer(params string?[] answers)
    {
        listener.Start();
        serving = ServeAsync(answers);
    }

    public string BaseUrl => $"http://{listener.LocalEndpoint}/sandbox";

    /// <summary>Ends when the first request has been read whole.</summary>
    public Task RequestRead => requestRead.Task;

    public static string Answer(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} X\r\nConnection: close\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        listener.Stop();
        closing.Dispose();
    }

    private async Task ServeAsync(string?[] answers)
    {
        try
        {
            for (var request = 0; ; request++)
            {
                var answer = answers[Math.Min(request, answers.Length - 1)];
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await using var stream = client.GetStream();
                await ReadRequestAsync(stream);
                requestRead.TrySetResult();
                if (answer is null)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, closing.Token);
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer!), closing.Token);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync(closing.Token) is { Length: > 0 } line)
        {
            length = line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase) ? int.Parse(line[16..]) : length;
        }

        for (var read = 0; read < length; read++)
        {
            await reader.ReadAsync(new char[1], closing.Token);
        }
    }
}
