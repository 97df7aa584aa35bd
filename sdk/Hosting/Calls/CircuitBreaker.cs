namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Leaves a plugin alone that fails one merchant again and again: after so many faults in a row it rests, then one call tries whether
/// it works again. It does not judge answers: a provider that declines or cannot be reached is no fault of the plugin.
/// </summary>
internal sealed class CircuitBreaker
{
    private readonly Lock gate = new();
    private int faults;
    private bool isTried;
    private DateTimeOffset restsUntil;

    /// <summary>Whether calls are turned away now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return faults >= HostingLimits.FaultsInARow;
            }
        }
    }

    /// <summary>How long it still rests; null when the call may be made.</summary>
    public TimeSpan? RestsAt(DateTimeOffset now)
    {
        lock (gate)
        {
            if (faults < HostingLimits.FaultsInARow)
            {
                return null;
            }

            if (now < restsUntil)
            {
                return restsUntil - now;
            }

            if (isTried)
            {
                return HostingLimits.Rest;
            }

            isTried = true;
            return null;
        }
    }

    /// <summary>The call brought an answer.</summary>
    public void NoteAnswer()
    {
        lock (gate)
        {
            (faults, isTried) = (0, false);
        }
    }

    /// <summary>The call brought a fault.</summary>
    public void NoteFault(DateTimeOffset now)
    {
        lock (gate)
        {
            faults++;
            (isTried, restsUntil) = (false, now + HostingLimits.Rest);
        }
    }

    /// <summary>The call was broken off by its caller and proves nothing.</summary>
    public void NoteNothing()
    {
        lock (gate)
        {
            isTried = false;
        }
    }
}
