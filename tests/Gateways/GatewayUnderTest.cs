using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Robokassa;
using BillingHeadless.Plugins.Stripe;
using BillingHeadless.Tests.Gateways.Scenarios;
using BillingHeadless.Tests.ProviderStubs;
using BillingHeadless.Tests.ProviderStubs.Robokassa;
using BillingHeadless.Tests.ProviderStubs.Stripe;

namespace BillingHeadless.Tests.Gateways;

/// <summary>A gateway with the stub of its provider.</summary>
public sealed record GatewayUnderTest(string Name, Func<IPaymentGateway> Plugin, Func<GatewayAdapter> Adapter)
{
    public static IReadOnlyList<GatewayUnderTest> All { get; } =
    [
        new("Stripe", () => new StripeGateway(), () => new StripeAdapter(new StripeStub())),
        new("Robokassa", () => new RobokassaGateway(), () => new RobokassaAdapter(new RobokassaStub())),
    ];

    public async Task<ScenarioRun> BeginAsync()
    {
        var adapter = Adapter();
        await adapter.Stub.StartAsync();
        return new ScenarioRun(Plugin(), adapter);
    }
}
