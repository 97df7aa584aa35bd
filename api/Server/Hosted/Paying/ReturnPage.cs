using System.Globalization;
using BillingHeadless.Domain.Payments;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>Where the gateway's page sends the buyer back to: what has become of that payment, asked for if need be (A6-A8).</summary>
public sealed class ReturnPage(InvoicePages invoices, PaymentPages shown, Visits visits, PageWriter pages) : IPage
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
        routes.MapPost(Address, (string invoiceId, string token, string paymentId) => new SeeOther($"/pay/{invoiceId}/{token}/return/{paymentId}"))
            .WithMetadata(new TakesForeignForms());
    }

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
            { ReturnUrl: { } address } when Uri.TryCreate(address, UriKind.Absolute, out var shop) =>
                await pages.Write(visit, "back", new { Url = shop.AbsoluteUri }, new PageOptions { RefreshSeconds = 0, RefreshTo = shop.AbsoluteUri }, cancel),
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
