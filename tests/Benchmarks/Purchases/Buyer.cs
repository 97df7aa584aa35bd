using System.Net;
using BillingHeadless.Client;

namespace BillingHeadless.Tests.Benchmarks.Purchases;

/// <summary>
/// Buys as a new customer does, over REST alone: quote, order, payment, the card on the provider's page; then the licence is
/// read until the provider's callback has made it active.
/// </summary>
public sealed class Buyer(HttpClient browser, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(80);

    private static readonly Dictionary<string, string> Card = new() { ["cardNumber"] = "4242424242424242", ["expiry"] = "12/40", ["cvc"] = "123" };

    /// <summary>One purchase.</summary>
    /// <returns>How many requests the server has had for it: the buyer's, and the provider's callback.</returns>
    /// <exception cref="BillingException">The server has refused something.</exception>
    public async Task<int> Purchase(Seller seller, long number)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        var request = OrderOf(seller, number);
        await seller.Api.QuoteOrderAsync(request, limit.Token);
        var order = await seller.Api.CreateOrderAsync(request, cancellationToken: limit.Token);
        var payment = await seller.Api.PayInvoiceAsync(
            order.InvoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = Seller.Gateway }, cancellationToken: limit.Token);
        await EnterCard(new Uri(payment.NextAction!.Url), limit.Token);
        const int UntilPaid = 3;
        const int Callback = 1;
        return UntilPaid + Callback + await ReadLicence(seller, order.Portal!, limit.Token);
    }

    private static OrderRequest OrderOf(Seller seller, long number) => new()
    {
        Items = [new OrderItemRequest { PlanId = seller.Plan.Id, Months = 12 }],
        Contact = new ContactRequest { Email = $"buyer{number:d9}@firm.example", Name = "Олена Покупець", Company = "ТОВ «Приклад»" },
        Fields = new Dictionary<string, string> { ["portal"] = $"firm{number:d9}.bitrix24.ua" },
        Consents = [new ConsentRequest { AgreementId = seller.Agreement.Id }],
    };

    private async Task EnterCard(Uri page, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(Card);
        using var answer = await browser.PostAsync(page, form, cancel);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new HttpRequestException($"The provider's page answered {(int)answer.StatusCode} to the card.");
        }
    }

    /// <summary>Reads again sooner at first: a crowd that asks without a pause would measure its own questions.</summary>
    private async Task<int> ReadLicence(Seller seller, string portal, CancellationToken cancel)
    {
        var pause = FirstPause;
        for (var reads = 1; ; reads++)
        {
            var licences = await seller.Api.ListLicencesAsync(portal: portal, cancellationToken: cancel);
            if (licences.Data is [{ Status: LicenceStatus.Active }])
            {
                return reads;
            }

            await Task.Delay(pause, time, cancel);
            pause = pause < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
