using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Refunds;
using BillingHeadless.SandboxProvider.Storage;
using Microsoft.Data.Sqlite;

namespace BillingHeadless.SandboxProvider;

/// <summary>Opens the database, and does what the provider does by itself: it ends pending refunds, and sends callbacks.</summary>
internal sealed class ProviderWorker(
    Store store, RefundEnding refunds, CallbackSender callbacks, SandboxProviderOptions options, ILogger<ProviderWorker> log)
    : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        store.Open();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await callbacks.FinishAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (SqliteException problem)
            {
                log.LogError(problem, "The sandbox provider's database failed; its worker goes on in a moment.");
                await Task.Delay(Limits.PauseAfterFailure, options.Clock, stoppingToken);
            }
        }
    }

    private async Task StepAsync(CancellationToken stop)
    {
        var now = options.Now();
        if ((await store.ReadAsync(session => RefundRows.Due(session, now, limit: 1))).Count > 0)
        {
            await store.WriteAsync(refunds.EndDue);
        }

        if (options.CallbackDelivery == CallbackDelivery.Automatic)
        {
            await callbacks.SendDueAsync(stop);
        }

        await callbacks.SleepAsync(await store.ReadAsync(session => CallbackRows.NextDue(session, now)), stop);
    }
}
