namespace BillingHeadless.SandboxProvider.Storage;

/// <summary>A write that waits for its commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does the work inside the open transaction.</summary>
    public abstract void Run(Session session);

    /// <summary>Tells the caller that it is committed; nothing happens when it has failed before.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception problem);
}

internal sealed class PendingWrite<T>(Func<Session, T> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Answer => completion.Task;

    public override void Run(Session session) => answer = work(session);

    public override void Complete() => completion.TrySetResult(answer!);

    public override void Fail(Exception problem) => completion.TrySetException(problem);
}
