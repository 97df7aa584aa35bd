using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.ProviderStubs.Robokassa;

namespace BillingHeadless.Tests.Gateways;

/// <summary>Fiscal receipts (54-FZ): every line with its tax, and together exactly what moves.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task Robokassa_gets_the_lines_of_payments_and_refunds()
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == "Robokassa").BeginAsync();
        var (payment, paid) = await run.PaidAsync();
        await run.ExecuteAsync(run.NewRefund(payment, paid, 10_050));
        var receipts = ((RobokassaStub)run.Stub).Receipts;
        var item = JsonNode.Parse(receipts[0])!["items"]![0]!;
        Assert.Equal(("Модуль Pro", "1250.5", "vat20", "service"), ((string?)item["name"], item["sum"]!.ToJsonString(), (string?)item["tax"], (string?)item["payment_object"]));
        Assert.Equal("100.5", JsonNode.Parse(receipts[1])![0]!["Cost"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Robokassa")]
    public async Task A_tax_without_a_name_is_not_sent(string gateway)
    {
        await using var run = await GatewayUnderTest.All.Single(one => one.Name == gateway).BeginAsync();
        var command = run.NewPayment();
        var odd = command with { Lines = [command.Lines[0] with { TaxRateBasisPoints = 1_900 }] };
        Assert.Equal(NotSentKind.InvalidRequest, Assert.IsType<NotSent>(await run.ExecuteAsync(odd)).Kind);
        Assert.IsType<NotSent>(await run.ExecuteAsync(command with { Lines = [] }));
    }
}
