using System.Text.Json;

namespace BillingHeadless.Conformance.Command;

/// <summary>Runs an adapter's provider for a server, so that a gateway can be tried where it will work.</summary>
public static class ServeCommand
{
    private const int Done = 0;
    private const int Misused = 2;

    private const string Usage = """
        Runs the stand-in of a provider until Ctrl+C.

          serve --adapter <dll> --settings <file>

        The file gets the settings with which the plugin reaches it, as the body of PUT /v1/gateways/{gateway}.
        """;

    /// <summary>Runs the command.</summary>
    /// <returns>0: it was ended; 2: no such command.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (args is not ["serve", "--adapter", var assembly, "--settings", var file])
        {
            await errors.WriteLineAsync(Usage);
            return Misused;
        }

        try
        {
            await using var adapter = AdapterFile.Read(assembly)();
            await adapter.Stub.StartAsync();
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { enabled = true, settings = adapter.Settings }), CancellationToken.None);
            await output.WriteLineAsync($"The provider of {adapter.PluginId} listens on {adapter.Stub.Url}; its settings are in {file}.");
            await EndAsync(cancel);
            return Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            await errors.WriteLineAsync(refused.Message);
            return Misused;
        }
    }

    private static Task EndAsync(CancellationToken cancel)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancel.Register(ended.SetResult);
        return ended.Task;
    }
}
