using System.Text.Json;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>Whoever pays at the provider: whole or in part, with cards that are good and cards that are not, and again.</summary>
internal sealed class Payers(SimulatedMerchant merchant, Random random)
{
    private const string PoorCard = "4000000000009995";
    private static readonly string[] Cards = [Shop.GoodCard, Shop.GoodCard, Shop.GoodCard, Shop.DeclinedCard, PoorCard];

    /// <param name="invoiceId">What is to be paid.</param>
    /// <param name="largestPart">A part that somebody may choose to pay is below this.</param>
    public Task<StartedPayment?> Pay(string invoiceId, int largestPart)
    {
        var part = random.Next(4) == 0 ? new MoneyBody(random.Next(1, largestPart), "UAH") : null;
        return Start(invoiceId, new PayInvoiceRequest { Method = PaymentMethod.Gateway, Gateway = SimulatedMerchant.Gateway, Amount = part });
    }

    public async Task<StartedPayment?> Start(string invoiceId, PayInvoiceRequest request)
    {
        var reply = await merchant.Ask<PayInvoice>((endpoint, call, alive) => endpoint.Handle(invoiceId, request, call, alive));
        if (!reply.IsGood)
        {
            return null;
        }

        var payment = Read(reply.Body);
        if (merchant.Payments.All.All(known => known.Id != payment.Id))
        {
            merchant.Payments.Add(payment);
        }

        return payment;
    }

    public Task EnterCard() => merchant.Payments.Any(random) is { } payment ? EnterCard(payment) : Task.CompletedTask;

    /// <summary>Pays for sure, and the provider's message does not get lost.</summary>
    public async Task EnterGoodCard(StartedPayment payment)
    {
        await merchant.Account.PayOnPage(payment.Page!, Shop.GoodCard);
        Tell(await merchant.Account.Checkout(payment.Page!), copies: 1);
    }

    public async Task EnterCard(StartedPayment payment)
    {
        if (payment.Page is { } page && (await merchant.Account.Checkout(page)).Status == "open")
        {
            Tell(await merchant.Account.Checkout(page));
            await merchant.Account.PayOnPage(page, Cards[random.Next(Cards.Length)]);
            Tell(await merchant.Account.Checkout(page));
        }
    }

    public async Task LookAtPayment()
    {
        if (merchant.Payments.Any(random) is { } payment)
        {
            await merchant.Ask<GetPayment>(async (endpoint, call, alive) => await endpoint.Handle(payment.Id, call, alive));
        }
    }

    /// <summary>The provider sends a message: some get lost, some come twice.</summary>
    private void Tell(ProviderCheckout checkout) => Tell(checkout, copies: random.Next(4) switch { 0 => 0, 1 => 2, _ => 1 });

    private void Tell(ProviderCheckout checkout, int copies)
    {
        for (; copies > 0; copies--)
        {
            merchant.Mail.Add(new ProviderEvent($"evt_{random.Next()}", $"checkout.{checkout.Status}", Checkout: checkout with { Page = null }));
        }
    }

    private static StartedPayment Read(JsonElement payment) => new(
        payment.GetProperty("id").GetString()!,
        payment.GetProperty("amount").GetProperty("amount").GetInt64(),
        payment.TryGetProperty("nextAction", out var action) && action.ValueKind == JsonValueKind.Object ? action.GetProperty("url").GetString() : null);
}
