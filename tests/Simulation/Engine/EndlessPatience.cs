namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>A clock whose timers never fire: whether a call takes long says something about the machine and nothing about the engine.</summary>
internal sealed class EndlessPatience : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
