namespace BillingHeadless.Conformance.Running;

/// <summary>Waits for what has to come soon; that it does not is a failed assertion.</summary>
internal static class Prompt
{
    public static async Task AwaitAsync(Task task, string otherwise)
    {
        // Whatever comes late is nobody's any more.
        if (await Task.WhenAny(task, Task.Delay(GatewayRun.Promptness)).ConfigureAwait(false) != task)
        {
            Assert.Fail(otherwise);
        }

        await task.ConfigureAwait(false);
    }

    public static async Task<T> AwaitAsync<T>(Task<T> task, string otherwise)
    {
        await AwaitAsync((Task)task, otherwise).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }
}
