using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Server.Payments;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>An invoice's own page: what it is for, until when, and the ways to pay it (A6, A7, E2).</summary>
public sealed class PayPage(InvoicePages invoices, PaymentPages shown, Visits visits, IWriter writer, PaymentStart starts, FundsByForm funds) : IPage
{
    public const string Address = "/pay/{invoiceId}/{token}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] PayPage page, string invoiceId, string token, HttpContext context, CancellationToken cancel) => page.Show(invoiceId, token, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] PayPage page, string invoiceId, string token, HttpContext context, CancellationToken cancel) => page.Pay(invoiceId, token, context, cancel));
    }

    public async Task<IResult> Show(string invoiceId, string token, HttpContext context, CancellationToken cancel) =>
        await invoices.FindDecided(invoiceId, token, returnedPayment: null, cancel) is { } found
            ? await shown.Show(await visits.Of(context, found.Merchant, found.Invoice.Locale), found, problem: null, cancel)
            : Results.NotFound();

    /// <summary>Starts a payment, or carries on the one that was started: two open tabs never pay twice.</summary>
    public async Task<IResult> Pay(string invoiceId, string token, HttpContext context, CancellationToken cancel)
    {
        if (await invoices.FindDecided(invoiceId, token, returnedPayment: null, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        var form = await PageForm.Read(context, cancel);
        var visit = await visits.Of(context, found.Merchant, found.Invoice.Locale);
        var paid = FundsByForm.MethodOf(form["method"]) is { } method
            ? await funds.Pay(visit, found, method, cancel)
            : await AskGateway(found, form, cancel);
        return paid.Refused(out var refusal)
            ? await shown.Show(visit, found, visit.Say(refusal), cancel)
            : new SeeOther(shown.NextAddress(paid.Value));
    }

    private async Task<Result<Payment>> AskGateway(PaidInvoice found, PageForm form, CancellationToken cancel)
    {
        var reserved = await Reserve(found, form, cancel);
        if (reserved.Refused(out var refusal))
        {
            return refusal;
        }

        return reserved.Value.IsNew
            ? await starts.Send(reserved.Value, (_, sent, _) => Task.FromResult(sent), cancel)
            : reserved.Value.Payment;
    }

    private Task<Result<ReservedPayment>> Reserve(PaidInvoice found, PageForm form, CancellationToken cancel) => writer.Write(
        found.Merchant.Id,
        Turn.Of(found.Invoice.Id),
        async (db, token) =>
        {
            var invoice = await db.Invoices.Include(row => row.Lines).SingleAsync(row => row.Id == found.Invoice.Id, token);
            var wish = new PaymentWish(form["gateway"], AmountMinor: null, ReturnUrl: null) { SaveCard = form["saveCard"] == "yes" };
            return await starts.Reserve(db, invoice, wish, token);
        },
        cancel);
}
