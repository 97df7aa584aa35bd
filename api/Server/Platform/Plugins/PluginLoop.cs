namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>Looks after the plugins while the server runs.</summary>
public sealed partial class PluginLoop(PluginKeeper keeper, ILogger<PluginLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await keeper.Look(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(log, exception);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Limits.PluginPoll, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The plugins could not be looked after; they are again in a moment.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
