using System.Diagnostics;
using System.Globalization;
using BillingHeadless.Client;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Tests.Kit;
using Merchant = BillingHeadless.Domain.Merchants.Merchant;
using Money = BillingHeadless.Plugins.Money;
using Plan = BillingHeadless.Domain.Catalog.Plan;

namespace BillingHeadless.Tests.Benchmarks.BillingDays;

/// <summary>A merchant whose customers' services are all billed at the same midnight, on a server whose clock is turned beyond it.</summary>
public sealed class BillingDayScene : IAsyncDisposable
{
    private const string Currency = "UAH";

    /// <summary>More than two months cost.</summary>
    private const int TopUp = 70_000;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestMonth = TimeSpan.FromDays(32);

    private readonly RunningServer server;
    private readonly BillingDay day;
    private readonly TimeProvider time;
    private string secretKey = "";

    private BillingDayScene(RunningServer server, BillingDay day, TimeProvider time) => (this.server, this.day, this.time) = (server, day, time);

    /// <summary>A restart gives the server another address.</summary>
    private BillingClient Api => BillingClient.Connect(server.Client.BaseAddress!, secretKey);

    public static async Task<BillingDayScene> Build(DatabaseKind kind, BillingDay day, int customers, TimeProvider time)
    {
        var scene = new BillingDayScene(new RunningServer(kind), day, time);
        try
        {
            await scene.server.InitializeAsync();
            await scene.Fill(customers);
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>From the midnight at which all services are due until each has been billed.</summary>
    public async Task<BillingDayLine> Bill(int customers)
    {
        await server.Restart();
        var before = await Count(day.Count);
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        server.Time.Advance(LongestMonth);
        var memory = await WaitForAll(clock);
        var line = new BillingDayLine
        {
            Day = day,
            Customers = customers,
            Elapsed = clock.Elapsed,
            ProcessorTime = Process.GetCurrentProcess().TotalProcessorTime - processor,
            Memory = memory,
            Billed = await Count(day.Count) - before,
        };
        return line with { IsBalanced = (await Api.ProveBooksAsync()).Balanced };
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task Fill(int customers)
    {
        var platform = BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);
        var merchant = await platform.CreateMerchantAsync(new CreateMerchantRequest
        {
            Name = "CRM",
            Mode = MerchantMode.Test,
            Currency = Currency,
            TimeZone = "Europe/Kyiv",
            Locale = "uk",
        });
        secretKey = merchant.SecretKey;
        var product = await Api.CreateProductAsync(new CreateProductRequest { Name = "CRM", Kind = ProductKind.Service });
        var plan = await Api.CreatePlanAsync(UsedPlan.Of(day, product.Id, Currency));
        await new CustomerFill(server, new Id<Merchant>(merchant.Id), new Id<Plan>(plan.Id)).Add(customers, new Money(TopUp, new(Currency)));
    }

    /// <returns>The most memory that was seen in use meanwhile.</returns>
    private async Task<long> WaitForAll(Stopwatch clock)
    {
        var most = 0L;
        while (await Count($"select count(*) from jobs where state = 'Waiting' and kind = '{day.Job}' and (attempts = 0 or locked_by is not null) and due_at <= {Instants.ToMicroseconds(server.Time.Now)}") > 0)
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("Billing takes too long.");
            }

            most = Math.Max(most, Environment.WorkingSet);
            await Task.Delay(LookAgain, time);
        }

        return most;
    }

    private async Task<long> Count(string sql) => Convert.ToInt64(await server.Database.Execute(sql), CultureInfo.InvariantCulture);
}
