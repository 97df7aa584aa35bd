using System.Globalization;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>Where the gateway's page sends the buyer back to: what has become of that payment, asked for if need be (A6-A8).</summary>
public sealed class ReturnPage(InvoicePages invoices, PaymentPages shown, Visits visits, PageWriter pages, Links links) : IPage
{
    /// <summary>The parameter that counts how often the page has renewed itself.</summary>
    public const string Looks = "looks";

    private const string Address = PayPage.Address + "/return/{paymentId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] ReturnPage page, string invoiceId, string token, string paymentId, HttpContext context, CancellationToken cancel) =>
                page.Show(invoiceId, token, paymentId, context, cancel));
        routes.MapPost(Address, ([FromServices] ReturnPage page, string invoiceId, string token, string paymentId) => page.TakeForm(invoiceId, token, paymentId))
            .WithMetadata(new TakesForeignForms());
    }

    /// <summary>Some gateways send the buyer back with a form, of which nothing is read: what became of the payment is asked for.</summary>
    public IResult TakeForm(string invoiceId, string token, string paymentId) =>
        Id<Invoice>.Parse(invoiceId) is { } invoice && links.IsPayToken(invoice, token) && Id<Payment>.Parse(paymentId) is { } payment
            ? new SeeOther($"/pay/{links.PayPath(invoice)}/return/{payment}")
            : Results.NotFound();

    public async Task<IResult> Show(string invoiceId, string token, string paymentId, HttpContext context, CancellationToken cancel)
    {
        if (await invoices.FindDecided(invoiceId, token, paymentId, cancel) is not { } found || found.Payments.FirstOrDefault(row => row.Id.Value == paymentId) is not { } payment)
        {
            return Results.NotFound();
        }

        var visit = await visits.Of(context, found.Merchant, found.Invoice.Locale);
        return payment switch
        {
            { IsUndecided: true } => await shown.ShowChecking(visit, found, payment, LooksOf(context), cancel),
            { ReturnUrl: { } address } when WebAddress.InAscii(address) is { } shop =>
                await pages.Write(visit, "back", new { Url = shop }, new PageOptions { RefreshSeconds = 0, RefreshTo = shop }, cancel),
            _ => await shown.Show(visit, found, ProblemOf(visit, payment), cancel),
        };
    }

    /// <summary>From the first on when the address has been tampered with.</summary>
    private static int LooksOf(HttpContext context) =>
        int.TryParse(context.Request.Query[Looks], NumberStyles.None, CultureInfo.InvariantCulture, out var looks) && looks < int.MaxValue ? looks : 0;

    private static string? ProblemOf(Visit visit, Payment payment) => payment.Status switch
    {
        PaymentStatus.Declined or PaymentStatus.Cancelled => visit.Texts.Find($"problems.declined.{payment.Failure}") ?? visit.Texts.Text("problems.declined.other"),
        _ => null,
    };
}
