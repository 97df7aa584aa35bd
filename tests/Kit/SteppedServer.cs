using BillingHeadless.Server.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BillingHeadless.Tests.Kit;

/// <summary>A server whose jobs run only when a test says so: what is due now, one after the other.</summary>
public class SteppedServer : RunningServer
{
    private const string Holder = "test";
    private const int MostBatches = 1_000;

    public SteppedServer(DatabaseKind kind)
        : base(kind) => Replace = services => services.Remove(services.Single(IsJobLoop));

    public async Task RunJobs()
    {
        for (var batch = 0; batch < MostBatches; batch++)
        {
            if (await Get<JobRunner>().RunDue(Holder, CancellationToken.None) == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("There is no end of due jobs.");
    }

    private static bool IsJobLoop(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(JobLoop);
}

public sealed class SteppedOnSqlite() : SteppedServer(DatabaseKind.Sqlite);

public sealed class SteppedOnPostgres() : SteppedServer(DatabaseKind.Postgres);
