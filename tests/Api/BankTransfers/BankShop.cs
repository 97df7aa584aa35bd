using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.BankTransfers;

/// <summary>A shop that takes bank transfers to the account of its requisites.</summary>
public static class BankShop
{
    public const string Gateway = "bank-transfer";

    public static async Task<Shop> Open(SteppedServer server)
    {
        var shop = await Office.Open(server);
        await shop.Api.UpdateGatewayAsync(Gateway, new UpdateGatewayRequest { Enabled = true, Settings = JsonSerializer.SerializeToElement(new { }) });
        return shop;
    }

    public static Task<Payment> Begin(Shop shop, string invoiceId) =>
        shop.Api.PayInvoiceAsync(invoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Gateway });

    public static Task<Payment> Confirm(Shop shop, string paymentId, long? amount = null, string currency = "UAH") => shop.Api.ConfirmBankPaymentAsync(
        paymentId, new ConfirmBankPaymentRequest { Amount = amount is { } minor ? new Money { Amount = minor, Currency = currency } : null });

    /// <summary>The reference that the buyer reads in the instructions: the last word of the purpose.</summary>
    public static async Task<string> ReferenceOf(SteppedServer server, Payment payment)
    {
        var page = System.Net.WebUtility.HtmlDecode(await server.Client.GetStringAsync(new Uri(payment.NextAction!.Url)));
        var purpose = page.Split("<li>").Single(line => line.StartsWith("Призначення платежу", StringComparison.Ordinal)).Split("</li>")[0].Trim();
        return purpose[(purpose.LastIndexOf(' ') + 1)..];
    }
}
