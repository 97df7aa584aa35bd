using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Node;

namespace BillingHeadless.Tests.Durability.Processes;

/// <summary>The real server in a process of its own, which does what it is told and may kill itself at a crash point.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private readonly ChildProcess process;

    private NodeProcess(ChildProcess process, string address)
    {
        this.process = process;
        Address = new Uri(address);
    }

    public Uri Address { get; }

    /// <summary>The crash point at which it is known to have killed itself, in words.</summary>
    public string? DiedAt { get; private set; }

    public static async Task<NodeProcess> Start(TestDatabase database)
    {
        string[] settings =
        [
            "--environment=Production",
            "--Logging:LogLevel:Default=Error",
            "--Billing:Demo=false",
            $"--Billing:PlatformKey={RunningServer.PlatformKey}",
            .. database.Settings,
        ];
        var process = ChildProcess.Start("Tests.Node", settings);
        var line = await process.Read(Commands.Answer) ?? throw new InvalidOperationException($"The node did not start:\n{process.Said}");
        return new NodeProcess(process, line[Commands.Answer.Length..]);
    }

    /// <summary>Tells it something and waits for the answer; null when it has killed itself meanwhile.</summary>
    /// <exception cref="InvalidOperationException">It has ended in another way.</exception>
    public async Task<string?> Tell(string command)
    {
        await process.Write(command);
        return await Hear();
    }

    /// <summary>Waits until it has killed itself, and answers at which crash point.</summary>
    public async Task<string> Death()
    {
        while (DiedAt is null)
        {
            await Hear();
        }

        return DiedAt;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<string?> Hear()
    {
        switch (await process.Read(Commands.Answer, CrashPoints.LastWords))
        {
            case { } line when line.StartsWith(Commands.Answer, StringComparison.Ordinal):
                return line[Commands.Answer.Length..];
            case { } line:
                await Die(line[CrashPoints.LastWords.Length..]);
                return null;
            default:
                throw new InvalidOperationException($"The node has ended with code {await process.Exit()}:\n{process.Said}");
        }
    }

    private async Task Die(string point)
    {
        DiedAt = point;
        var code = await process.Exit();
        if (code != ChildProcess.Killed)
        {
            throw new InvalidOperationException($"The node was to be killed by SIGKILL at {point}, and ended with code {code}:\n{process.Said}");
        }
    }
}
