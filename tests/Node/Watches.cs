using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Tests.Node;

/// <summary>Every commit is a crash point.</summary>
public sealed class WatchedCommits(CrashPoints points) : ICommitObserver
{
    public void BeforeCommit() => points.Before("a commit");

    public void AfterCommit() => points.After();
}

/// <summary>Every call of a plugin to the outside is a crash point.</summary>
public sealed class WatchedCalls(CrashPoints points) : IOutgoingCallObserver
{
    public void Before(OutgoingCall call) => points.Before($"the call {call.Method} {call.Path} of the plugin {call.PluginId}");

    public void After(OutgoingCall call) => points.After();
}

/// <summary>Every letter is a crash point.</summary>
public sealed class WatchedPost(IPostOffice office, CrashPoints points) : IPostOffice
{
    public async Task Send(Letter letter, CancellationToken cancel)
    {
        points.Before("a letter");
        await office.Send(letter, cancel);
        points.After();
    }
}
