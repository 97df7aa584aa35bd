namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Runs code of a plugin so that nothing of it gets out: no exception, no endless wait, no blocked caller. Code that hangs
/// keeps its pool thread; the caller goes on.
/// </summary>
internal static class PluginWork
{
    /// <param name="work">Calls the plugin and detaches its answer.</param>
    /// <param name="limit">How long the caller waits.</param>
    /// <param name="clock">Measures <paramref name="limit"/>.</param>
    /// <param name="cancel">Ends the wait, too.</param>
    public static async Task<CallResult<TAnswer>> RunAsync<TAnswer>(
        Func<ValueTask<TAnswer>> work, TimeSpan limit, TimeProvider clock, CancellationToken cancel)
        where TAnswer : class
    {
        var running = Task.Run(() => ContainAsync(work), CancellationToken.None);
        try
        {
            return await running.WaitAsync(limit, clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new PluginFault(PluginFaultKind.TimedOut, $"The plugin gave no answer within {limit.TotalSeconds:0.###} s.").As<TAnswer>();
        }
        catch (OperationCanceledException)
        {
            return new PluginFault(PluginFaultKind.Cancelled, "The caller gave up.").As<TAnswer>();
        }
    }

    // Its task never fails: a kept exception would pin the plugin, and a late one would be nobody's.
    private static async Task<CallResult<TAnswer>> ContainAsync<TAnswer>(Func<ValueTask<TAnswer>> work)
        where TAnswer : class
    {
        try
        {
            return new CallResult<TAnswer>(await work().ConfigureAwait(false), null);
        }
        catch (PluginRefusedException refused)
        {
            return (new PluginFault(PluginFaultKind.Nonsense, refused.Message) { Code = refused.Code }).As<TAnswer>();
        }
        catch (OperationCanceledException)
        {
            return new PluginFault(PluginFaultKind.TimedOut, "The plugin was cancelled and gave no answer.").As<TAnswer>();
        }
        catch (Exception thrown)
        {
            return new PluginFault(PluginFaultKind.Threw, PluginText.Of(thrown)).As<TAnswer>();
        }
    }
}
