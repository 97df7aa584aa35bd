namespace BillingHeadless.Tests.Gateways.Scenarios;

/// <summary>The table: what must hold for every gateway, by the numbers of the conformance kit's assertions.</summary>
public static class AllScenarios
{
    public static IReadOnlyList<GatewayScenario> Table { get; } =
    [
        .. ConfigurationScenarios.All,
        .. PaymentScenarios.All,
        .. RefundScenarios.All,
        .. IdempotencyScenarios.All,
        .. LostAnswerScenarios.All,
        .. CallbackScenarios.All,
        .. HostingScenarios.All,
    ];
}
