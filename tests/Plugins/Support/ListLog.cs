using System.Threading.Channels;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Plugins.Support;

/// <summary>A log whose lines are read one by one, in their order.</summary>
public sealed class ListLog : IPluginLog
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    /// <summary>The next line, as soon as it is there.</summary>
    public Task<string> NextAsync() => lines.Reader.ReadAsync().AsTask().WaitAsync(Call.Patience);

    /// <summary>How many lines nobody has read yet.</summary>
    public int Unread => lines.Reader.Count;

    public void Information(string message) => lines.Writer.TryWrite(message);

    public void Warning(string message) => lines.Writer.TryWrite(message);
}
