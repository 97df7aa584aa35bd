using System.Reflection;
using BillingHeadless.Conformance;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.ProviderStubs.LiqPay;
using BillingHeadless.Tests.ProviderStubs.Monobank;
using BillingHeadless.Tests.ProviderStubs.Robokassa;
using BillingHeadless.Tests.ProviderStubs.Stripe;
using BillingHeadless.Tests.ProviderStubs.YooKassa;

namespace BillingHeadless.Tests.Conformance.Support;

/// <summary>A gateway that ships: its source, its built files, its provider.</summary>
public sealed record ShippedGateway(string Name, string Id, Func<GatewayAdapter> Adapter)
{
    public static readonly ShippedGateway Stripe = new("Stripe", "stripe", () => new StripeAdapter(new StripeStub()));

    public static readonly ShippedGateway Robokassa = new("Robokassa", "robokassa", () => new RobokassaAdapter(new RobokassaStub()));

    public static readonly ShippedGateway YooKassa = new("YooKassa", "yookassa", () => new YooKassaAdapter(new YooKassaStub()));

    public static readonly ShippedGateway LiqPay = new("LiqPay", "liqpay", () => new LiqPayAdapter(new LiqPayStub()));

    public static readonly ShippedGateway Monobank = new("Monobank", "monobank", () => new MonobankAdapter(new MonobankStub()));

    public static IReadOnlyList<ShippedGateway> All { get; } = [Stripe, Robokassa, YooKassa, LiqPay, Monobank];

    public static string RepositoryRoot { get; } = typeof(ShippedGateway).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "RepositoryRoot").Value!;

    public string SourceFolder => Path.Combine(RepositoryRoot, "plugins", Name);

    /// <summary>The built files by name.</summary>
    public Dictionary<string, byte[]> Files() => PluginFolder.Read(Path.Combine(AppContext.BaseDirectory, "plugins", Id)).Files.ToDictionary();

    public byte[] Package() => PackageWriter.Pack(Files(), key: null);
}
