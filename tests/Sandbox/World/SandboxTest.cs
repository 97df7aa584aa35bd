using BillingHeadless.SandboxProvider;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>A test in a world of its own.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    protected SandboxWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await SandboxWorld.StartAsync(Options);

    public virtual async Task DisposeAsync() => await World.DisposeAsync();

    protected virtual SandboxProviderOptions Options(SandboxProviderOptions options) => options;
}
