using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Processes;

/// <summary>The API server, as it is deployed: its own process, production settings, a database that survives a loss of power.</summary>
public sealed class BillingProcess : IDisposable
{
    public const string PlatformKey = "platform_of_the_benchmark_0123456789";

    /// <summary>The assembly of a published server, to be measured instead of the build.</summary>
    private const string PublishedVariable = "BILLING_BENCHMARK_SERVER";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess process;

    private BillingProcess(ChildProcess process, StartFigures start) => (this.process, Start) = (process, start);

    private static string Assembly => Environment.GetEnvironmentVariable(PublishedVariable) ?? ChildProcess.BuildOf("Server");

    public Uri Address => process.Address;

    public StartFigures Start { get; }

    public TimeSpan ProcessorTime => process.ProcessorTime;

    public long ResidentBytes => process.ResidentBytes;

    /// <summary>Starts it and waits until it answers: that is how long a start takes.</summary>
    public static async Task<BillingProcess> Launch(TestDatabase database, params string[] settings)
    {
        var clock = Stopwatch.StartNew();
        var process = await ChildProcess.Start(Assembly, [$"--Billing:PlatformKey={PlatformKey}", "--environment=Production", .. database.Settings, .. settings]);
        try
        {
            await Answer(process.Address);
            return new BillingProcess(process, new StartFigures(clock.Elapsed, process.ProcessorTime, process.ResidentBytes));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    public void Dispose() => process.Dispose();

    /// <summary>A key that nobody holds is refused only after it was looked for: router, JSON, and the database have worked.</summary>
    private static async Task Answer(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_of_nobody");
        using var answer = await http.GetAsync(new Uri("/v1/settings", UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            throw new InvalidOperationException($"The server has started badly: it answers {(int)answer.StatusCode}.");
        }
    }
}

/// <summary>What a start costs, up to the first answer.</summary>
public sealed record StartFigures(TimeSpan Elapsed, TimeSpan ProcessorTime, long ResidentBytes);
