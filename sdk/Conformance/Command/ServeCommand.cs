using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Command;

/// <summary>Runs an adapter's provider for a server, so that a gateway can be tried where it will work.</summary>
public static class ServeCommand
{
    private const int Done = 0;
    private const int Misused = 2;

    private const string Usage = """
        Runs the stand-in of a provider until Ctrl+C.

          serve <package> --adapter <dll> --settings <file> [--callbacks <url>]

        The file gets the settings with which the plugin reaches it, as the body of PUT /v1/gateways/{gateway}. The provider sends its
        messages to the url, which is callbackUrl in the answer to that; without one the server has to ask. You play the buyer: a line
        with a decision decides the payment that was begun last.
        """;

    /// <summary>Runs the command.</summary>
    /// <returns>0: it was ended; 2: no such command.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (ServeArguments.Read(args) is not { } arguments)
        {
            await errors.WriteLineAsync(Usage);
            return Misused;
        }

        try
        {
            var schema = SchemaOf(await File.ReadAllBytesAsync(arguments.Package, CancellationToken.None), arguments.Package);
            await using var adapter = AdapterFile.Read(arguments.Adapter)();
            await adapter.Stub.StartAsync();
            await File.WriteAllTextAsync(arguments.Settings, SettingsBody.Of(adapter.Settings, schema).ToJsonString(), CancellationToken.None);
            await output.WriteLineAsync($"The provider of {adapter.PluginId} listens on {adapter.Stub.Url}; its settings are in {arguments.Settings}.");
            using var buyer = new BuyerAtTheKeyboard(adapter, arguments.Callbacks, output);
            await buyer.DecideAsync(input, cancel);
            return Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            await errors.WriteLineAsync(refused.Message);
            return Misused;
        }
    }

    private static SettingsSchema SchemaOf(byte[] package, string name)
    {
        var reading = PluginPackage.Read(package, PackageTrust.Anyone, name);
        return reading.Package?.Manifest.Settings ?? throw new InvalidOperationException(string.Join(' ', reading.Failure?.Sentences ?? []));
    }
}
