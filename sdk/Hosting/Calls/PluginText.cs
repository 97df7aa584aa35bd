namespace BillingHeadless.Plugins.Hosting;

/// <summary>Makes texts out of what a plugin threw or wrote: short ones, and nothing else of it.</summary>
internal static class PluginText
{
    /// <summary>The exception in one line, in a string of our own.</summary>
    public static string Of(Exception thrown)
    {
        var name = thrown.GetType().Name;
        try
        {
            return Short($"{name}: {thrown.Message}");
        }
        catch (Exception)
        {
            // A plugin's own exception class can throw even here.
            return name;
        }
    }

    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= HostingLimits.MessageLength ? line : line[..HostingLimits.MessageLength] + "…";
    }
}
