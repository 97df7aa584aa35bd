using BillingHeadless.Plugins;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>Writes a plugin's lines, already without secrets, into the server's log.</summary>
public sealed partial class PluginLog(ILogger logger) : IPluginLog
{
    public void Information(string message) => LogInformation(logger, message);

    public void Warning(string message) => LogWarning(logger, message);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    private static partial void LogInformation(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Line}")]
    private static partial void LogWarning(ILogger logger, string line);
}
