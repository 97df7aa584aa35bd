namespace BillingHeadless.Conformance.Command;

/// <summary>Decides payments at a provider by lines that somebody types, and sends what the provider has to tell.</summary>
/// <param name="adapter">The provider, started.</param>
/// <param name="callbacks">Where its messages go; null: nowhere.</param>
/// <param name="output">Says what came of each line.</param>
internal sealed class BuyerAtTheKeyboard(GatewayAdapter adapter, Uri? callbacks, TextWriter output) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new() { Timeout = Patience };

    /// <summary>Reads a decision from each line, until it is cancelled; the end of the lines is not the end.</summary>
    public async Task DecideAsync(TextReader input, CancellationToken cancel)
    {
        await output.WriteLineAsync($"You are the buyer. Type what becomes of the payment that was begun last: {string.Join(", ", Enum.GetNames<Buying>())}.");
        try
        {
            // A console cannot be asked to give up reading: the line that is waited for is left to itself.
            while (await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancel) is { } line)
            {
                await DecideAsync(line.Trim());
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await output.WriteLineAsync("The provider ends.");
        }
    }

    public void Dispose() => client.Dispose();

    private async Task DecideAsync(string line)
    {
        if (!Enum.TryParse<Buying>(line, ignoreCase: true, out var buying) || !Enum.IsDefined(buying))
        {
            await output.WriteLineAsync($"No buyer does \"{line}\".");
            return;
        }

        try
        {
            await adapter.Stub.ChangeAsync(() => adapter.Decide(adapter.Stub.LatestReference, buying));
            await output.WriteLineAsync($"{adapter.Stub.LatestReference}: {buying}.");
        }
        catch (Exception none) when (none is InvalidOperationException or KeyNotFoundException)
        {
            await output.WriteLineAsync($"There is no payment to decide: {none.Message}");
        }

        await SendCallbacksAsync();
    }

    private async Task SendCallbacksAsync()
    {
        while (callbacks is not null && adapter.Stub.Callbacks.TryDequeue(out var callback))
        {
            try
            {
                using var answer = await callback.SendAsync(client, callbacks);
                await output.WriteLineAsync($"The provider has told the server, which answered {(int)answer.StatusCode}.");
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                await output.WriteLineAsync($"The server could not be told: {lost.Message}");
            }
        }
    }
}
