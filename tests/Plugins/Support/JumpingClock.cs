namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>Real time whose timers wait for one jump: then all of them fire, and later ones at once. A limit of a minute is tested in none.</summary>
public sealed class JumpingClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<WaitingTimer> waiting = [];
    private bool hasJumped;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WaitingTimer(callback, state);
        lock (gate)
        {
            if (!hasJumped)
            {
                waiting.Add(timer);
                return timer;
            }
        }

        timer.Fire();
        return timer;
    }

    public void Jump()
    {
        lock (gate)
        {
            hasJumped = true;
        }

        waiting.ForEach(timer => timer.Fire());
    }

    // On the pool, as timers do.
    private sealed class WaitingTimer(TimerCallback callback, object? state) : ITimer
    {
        private bool stopped;

        public void Fire() => ThreadPool.QueueUserWorkItem(_ =>
        {
            if (!Volatile.Read(ref stopped))
            {
                callback(state);
            }
        });

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Volatile.Write(ref stopped, dueTime == Timeout.InfiniteTimeSpan);
            return true;
        }

        public void Dispose() => Volatile.Write(ref stopped, true);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
