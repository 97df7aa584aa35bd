using System.Collections.Concurrent;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// How many calls of one plugin may run at once, for one merchant and for all: a plugin that hangs keeps its own places and no more,
/// and a merchant whose provider is slow does not take those of the others.
/// </summary>
internal sealed class Bulkhead
{
    private readonly ConcurrentDictionary<string, int> byMerchant = new(StringComparer.Ordinal);
    private int running;

    public int Running => Volatile.Read(ref running);

    /// <summary>Takes a place; false when there is none.</summary>
    public bool TryEnter(string merchant)
    {
        if (Interlocked.Increment(ref running) > HostingLimits.CallsAtOnce)
        {
            Interlocked.Decrement(ref running);
            return false;
        }

        if (byMerchant.AddOrUpdate(merchant, 1, static (_, calls) => calls + 1) <= HostingLimits.CallsAtOnceForOneMerchant)
        {
            return true;
        }

        Leave(merchant);
        return false;
    }

    public void Leave(string merchant)
    {
        Interlocked.Decrement(ref running);
        var calls = byMerchant.AddOrUpdate(merchant, 0, static (_, calls) => calls - 1);
        if (calls == 0)
        {
            // Only while it is still zero.
            byMerchant.TryRemove(KeyValuePair.Create(merchant, 0));
        }
    }
}
