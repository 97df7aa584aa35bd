using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.LiqPay;
using BillingHeadless.Plugins.Monobank;
using BillingHeadless.Plugins.Robokassa;
using BillingHeadless.Plugins.Sandbox;
using BillingHeadless.Plugins.Stripe;
using BillingHeadless.Plugins.YooKassa;
using BillingHeadless.Tests.ProviderStubs.LiqPay;
using BillingHeadless.Tests.ProviderStubs.Monobank;
using BillingHeadless.Tests.ProviderStubs.Robokassa;
using BillingHeadless.Tests.ProviderStubs.Sandbox;
using BillingHeadless.Tests.ProviderStubs.Stripe;
using BillingHeadless.Tests.ProviderStubs.YooKassa;

namespace BillingHeadless.Tests.Gateways;

/// <summary>A gateway with the stub of its provider.</summary>
public sealed record GatewayUnderTest(string Name, Func<IPaymentGateway> Plugin, Func<GatewayAdapter> Adapter)
{
    public static IReadOnlyList<GatewayUnderTest> All { get; } =
    [
        new("Stripe", () => new StripeGateway(), () => new StripeAdapter(new StripeStub())),
        new("Robokassa", () => new RobokassaGateway(), () => new RobokassaAdapter(new RobokassaStub())),
        new("YooKassa", () => new YooKassaGateway(), () => new YooKassaAdapter(new YooKassaStub())),
        new("LiqPay", () => new LiqPayGateway(), () => new LiqPayAdapter(new LiqPayStub())),
        new("Monobank", () => new MonobankGateway(), () => new MonobankAdapter(new MonobankStub())),
        new("Sandbox", () => new SandboxGateway(), () => new SandboxAdapter(new SandboxStub())),
    ];

    public async Task<GatewayRun> BeginAsync()
    {
        var adapter = Adapter();
        await adapter.Stub.StartAsync();
        return new GatewayRun(Plugin(), adapter);
    }
}
