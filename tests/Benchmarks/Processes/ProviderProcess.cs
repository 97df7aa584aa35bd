namespace BillingHeadless.Tests.Benchmarks.Processes;

/// <summary>The sandbox provider: the payment service at the other end of the network.</summary>
public sealed class ProviderProcess : IDisposable
{
    private readonly string folder;
    private readonly ChildProcess process;

    private ProviderProcess(string folder, ChildProcess process) => (this.folder, this.process) = (folder, process);

    /// <summary>The base of its API, as the gateway's settings name it.</summary>
    public Uri Address => process.Address;

    public static async Task<ProviderProcess> Launch()
    {
        var folder = Directory.CreateTempSubdirectory("billing-provider-").FullName;
        return new ProviderProcess(folder, await ChildProcess.Start(ChildProcess.BuildOf("SandboxProvider"), ["--database", Path.Combine(folder, "provider.db")]));
    }

    public void Dispose()
    {
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
