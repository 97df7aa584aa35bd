using System.Runtime.CompilerServices;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Plugins.PublicApi;

/// <summary>The plugin contract is committed as text, so that a change of it is a visible difference.</summary>
public sealed class PublicApiTests
{
    private const string Rewrite = "BILLING_REWRITE_PUBLIC_API";

    [Fact]
    public void The_committed_text_is_the_contract()
    {
        var file = Path.Combine(FolderOfThisTest(), "../../../sdk/Plugins/PublicApi.txt");
        var text = PublicApiText.Of(typeof(ContractVersion).Assembly);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.True(
            File.ReadAllText(file) == text,
            $"sdk/Plugins/PublicApi.txt is not the contract: run this test with {Rewrite}=1 and look at the difference.");
    }

    [Fact]
    public void A_change_of_the_contract_changes_the_text()
    {
        var lines = PublicApiText.Of(typeof(ContractVersion).Assembly).Split('\n');

        Assert.Contains("BillingHeadless.Plugins.Money(Int64 Minor, BillingHeadless.Plugins.Currency Currency)", lines);
        Assert.Contains("BillingHeadless.Plugins.Gateways.NotSent.RetryAfter { get; init; } : TimeSpan?", lines);
        Assert.Contains("BillingHeadless.Plugins.Gateways.OperationKey.ProviderState { get; init; } : String?", lines);
        Assert.Contains("BillingHeadless.Plugins.Gateways.OperationKey.MerchantReference { get; init; } : required String", lines);
        Assert.Contains("BillingHeadless.Plugins.Gateways.OperationKind.Refund = 1", lines);
        Assert.Contains("BillingHeadless.Plugins.Gateways.IPaymentGateway = interface : IAsyncDisposable", lines);
    }

    private static string FolderOfThisTest([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
