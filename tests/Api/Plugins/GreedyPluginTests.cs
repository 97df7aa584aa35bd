using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>A plugin that takes memory without end loses its call, and the server serves on. It has a process of its own, with little memory.</summary>
public sealed class GreedyPluginTests
{
    private const string HeapOf400Megabytes = "0x19000000";

    [Fact]
    public async Task A_call_that_takes_all_memory_fails_and_nobody_else_does()
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var server = ServerProcess.Start(
            [.. database.Settings, $"--Billing:PlatformKey={RunningServer.PlatformKey}", "--Billing:AllowUnsignedPlugins=true", "--Billing:Demo=false"],
            ("DOTNET_GCHeapHardLimit", HeapOf400Megabytes));
        var address = new Uri(await server.Address());
        var platform = BillingClient.Connect(address, RunningServer.PlatformKey);
        using (var package = new MemoryStream(Packages.Misbehaving("AllocatesWithoutEnd", "greedy")))
        {
            await platform.InstallPluginAsync(package);
        }

        var api = BillingClient.Connect(address, (await platform.CreateMerchantAsync(TestMerchant.Request())).SecretKey);
        await api.UpdateGatewayAsync("greedy", new UpdateGatewayRequest());
        var invoiceId = await PlaceOrder(api);

        var greedy = await Pay(api, invoiceId, "greedy");
        Assert.Equal((PaymentStatus.Unknown, "pluginFailed"), (greedy.Status, greedy.Failure));
        Assert.Contains("OutOfMemoryException", (await platform.GetPluginAsync("greedy")).Nodes.Single().LastFailure);

        Assert.Equal("redirect", (await Pay(api, invoiceId, Shop.Gateway)).NextAction!.Type);
    }

    private static Task<Payment> Pay(BillingClient api, string invoiceId, string gateway) =>
        api.PayInvoiceAsync(invoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = gateway });

    private static async Task<string> PlaceOrder(BillingClient api)
    {
        var product = await api.CreateProductAsync(new CreateProductRequest { Name = "Module", Kind = ProductKind.Licence });
        var plan = await api.CreatePlanAsync(new CreatePlanRequest
        {
            ProductId = product.Id,
            Name = "Pro",
            Price = new Money { Amount = 19_900, Currency = "UAH" },
            Terms = [new PlanTerm { Months = 1 }],
        });
        var order = await api.CreateOrderAsync(new OrderRequest
        {
            Items = [new OrderItemRequest { PlanId = plan.Id, Months = 1 }],
            Contact = new ContactRequest { Email = "buyer@firm.example" },
            Fields = new Dictionary<string, string> { ["portal"] = "firm.bitrix24.ua" },
        });
        return order.InvoiceId;
    }
}
