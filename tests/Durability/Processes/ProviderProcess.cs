namespace BillingHeadless.Tests.Durability.Processes;

/// <summary>
/// The sandbox provider: the payment service at the other end of the network, with its own book. It is never killed here, and the test
/// delivers its messages, so that one thing happens at a time.
/// </summary>
internal sealed class ProviderProcess : IAsyncDisposable
{
    private const string Mark = "The sandbox provider listens on ";

    /// <summary>How long it plays dead: it then says itself that there is no answer, which is as good as none.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(50);

    private readonly string folder;
    private readonly ChildProcess process;

    private ProviderProcess(string folder, ChildProcess process, string address)
    {
        this.folder = folder;
        this.process = process;
        Address = address;
    }

    /// <summary>The base of its API, as the gateway's settings name it.</summary>
    public string Address { get; }

    public static async Task<ProviderProcess> Start()
    {
        var folder = Directory.CreateTempSubdirectory("billing-provider-").FullName;
        var process = ChildProcess.StartKept(
            "SandboxProvider", "--database", Path.Combine(folder, "provider.db"), "--callbackDelivery=None", $"--silence={Silence:c}");
        var line = await process.Read(Mark) ?? throw new InvalidOperationException($"The provider did not start:\n{process.Said}");
        return new ProviderProcess(folder, process, line[Mark.Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
