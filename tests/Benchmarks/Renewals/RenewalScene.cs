using System.Diagnostics;
using System.Globalization;
using BillingHeadless.Client;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Subscriptions;
using BillingHeadless.Tests.Kit;
using Merchant = BillingHeadless.Domain.Merchants.Merchant;
using Money = BillingHeadless.Plugins.Money;
using Plan = BillingHeadless.Domain.Catalog.Plan;

namespace BillingHeadless.Tests.Benchmarks.Renewals;

/// <summary>A merchant whose customers' services all end at the same midnight, on a server whose clock is turned to it.</summary>
public sealed class RenewalScene : IAsyncDisposable
{
    private const string Currency = "UAH";
    private const int Price = 30_000;

    /// <summary>The first month, the second, and a rest.</summary>
    private const int TopUp = 70_000;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestMonth = TimeSpan.FromDays(32);

    private readonly RunningServer server;
    private readonly TimeProvider time;
    private string secretKey = "";

    private RenewalScene(RunningServer server, TimeProvider time) => (this.server, this.time) = (server, time);

    /// <summary>A restart gives the server another address.</summary>
    private BillingClient Api => BillingClient.Connect(server.Client.BaseAddress!, secretKey);

    public static async Task<RenewalScene> Build(DatabaseKind kind, int customers, TimeProvider time)
    {
        var scene = new RenewalScene(new RunningServer(kind), time);
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

    /// <summary>From the midnight at which all services end until each has been extended.</summary>
    public async Task<RenewalLine> Renew(int customers)
    {
        await server.Restart();
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        server.Time.Advance(LongestMonth);
        var memory = await WaitForAll(clock);
        var line = new RenewalLine
        {
            Customers = customers,
            Elapsed = clock.Elapsed,
            ProcessorTime = Process.GetCurrentProcess().TotalProcessorTime - processor,
            Memory = memory,
            Extended = await Count("select count(*) from service_periods") - customers,
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
        var plan = await Api.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = product.Id,
            Name = "Basic",
            Price = new BillingHeadless.Client.Money { Amount = Price, Currency = Currency },
            Terms = [new PlanTerm { Months = 1 }],
        });
        await new CustomerFill(server, new Id<Merchant>(merchant.Id), new Id<Plan>(plan.Id)).Add(customers, new Money(TopUp, new(Currency)));
    }

    /// <returns>The most memory that was seen in use meanwhile.</returns>
    private async Task<long> WaitForAll(Stopwatch clock)
    {
        var most = 0L;
        while (await Count($"select count(*) from jobs where state = 'Waiting' and kind = '{EndSubscription.Kind}' and attempts = 0 and due_at <= {Instants.ToMicroseconds(server.Time.Now)}") > 0)
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException("The renewals take too long.");
            }

            most = Math.Max(most, Environment.WorkingSet);
            await Task.Delay(LookAgain, time);
        }

        return most;
    }

    private async Task<long> Count(string sql) => Convert.ToInt64(await server.Database.Execute(sql), CultureInfo.InvariantCulture);
}
