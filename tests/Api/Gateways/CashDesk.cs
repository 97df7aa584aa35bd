using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Gateways;

/// <summary>A server that has a second gateway beside those that ship: cash at the desk, from 100.00 to 1,000.00 hryvnias and no way back.</summary>
public abstract class CashDeskServer : SteppedServer
{
    private static readonly string Plugins = Path.Combine(AppContext.BaseDirectory, "plugins-with-cash-desk");

    protected CashDeskServer(DatabaseKind kind)
        : base(kind) => Settings = [$"--Billing:PluginsDirectory={Plugins}"];
}

public sealed class CashDeskOnSqlite() : CashDeskServer(DatabaseKind.Sqlite);

public sealed class CashDeskOnPostgres() : CashDeskServer(DatabaseKind.Postgres);

/// <summary>What a shop does with its desk.</summary>
internal static class CashDesk
{
    public const string Gateway = "cash-desk";
    public const string Key = "key-of-the-desk";

    public static async Task<Shop> Open(CashDeskServer server)
    {
        var shop = await Shop.Open(server);
        await shop.Api.UpdateGatewayAsync(Gateway, new UpdateGatewayRequest { Enabled = true, Settings = JsonSerializer.SerializeToElement(new { deskKey = Key }) });
        return shop;
    }

    public static Task<Payment> Start(Shop shop, Order order, long? amount = null) => shop.Api.PayInvoiceAsync(order.InvoiceId, new PayInvoiceRequest
    {
        Method = PaymentMethod.Gateway,
        Gateway = Gateway,
        Amount = amount is { } minor ? new Money { Amount = minor, Currency = "UAH" } : null,
    });

    /// <summary>The buyer hands over the money, and the desk says so.</summary>
    public static async Task<Payment> TakeCash(CashDeskServer server, Shop shop, Payment payment)
    {
        await server.Read(await MessageOf(server, shop, payment, $"{payment.Amount.Amount}"), key: null);
        return await shop.Api.GetPaymentAsync(payment.Id);
    }

    /// <summary>The address that the desk calls.</summary>
    public static async Task<string> MessageOf(CashDeskServer server, Shop shop, Payment payment, string amount, string key = Key)
    {
        var reference = await server.Database.Execute($"select merchant_reference from payments where id = '{payment.Id}'");
        return $"{AddressOf(shop)}?key={key}&reference={reference}&amount={amount}";
    }

    public static string AddressOf(Shop shop, string gateway = Gateway) => $"/v1/gateways/{gateway}/callbacks/{shop.Merchant.Id}";
}
