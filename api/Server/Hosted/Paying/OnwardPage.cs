using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>
/// Waits for the gateway's page and leads on to it. A browser comes here by a second click or in a second tab, while the first one
/// is still asking the gateway; it looks again by itself, without a script.
/// </summary>
public sealed class OnwardPage(InvoicePages invoices, PaymentPages shown, Visits visits) : IPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        PayPage.Address + "/onward/{paymentId}",
        ([FromServices] OnwardPage page, string invoiceId, string token, string paymentId, HttpContext context, CancellationToken cancel) =>
            page.Show(invoiceId, token, paymentId, context, cancel));

    public async Task<IResult> Show(string invoiceId, string token, string paymentId, HttpContext context, CancellationToken cancel)
    {
        if (await invoices.FindDecided(invoiceId, token, returnedPayment: null, cancel) is not { } found
            || found.Payments.FirstOrDefault(row => row.Id.Value == paymentId) is not { } payment)
        {
            return Results.NotFound();
        }

        return PaymentPages.IsStarting(payment)
            ? await shown.ShowStarting(await visits.Of(context, found.Merchant, found.Invoice.Locale), cancel)
            : new SeeOther(shown.NextAddress(payment));
    }
}
