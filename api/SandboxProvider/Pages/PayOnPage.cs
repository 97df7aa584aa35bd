using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>
/// POST /pay/{id}: takes the form. A payment that has ended, now or before, leads back to the shop (303); so does a second click.
/// </summary>
internal sealed class PayOnPage(Store store, CheckoutPayment payment, CallbackSender sender, SandboxProviderOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        if (await FormReader.ReadAsync(context) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var action = PageForm.Read(form, DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime));
        if (await store.WriteAsync(session => payment.Apply(session, id, action)) is not { } checkout)
        {
            await PageReply.SendAsync(context, PaymentPage.NotFound(options));
            return;
        }

        sender.Wake();
        await AnswerAsync(context, checkout, action);
    }

    private Task AnswerAsync(HttpContext context, Checkout checkout, PageAction action) => (checkout, action) switch
    {
        ({ IsClosed: true }, _) => PageReply.RedirectAsync(context, checkout.ReturnUrl),
        ({ Status: CheckoutStatus.Open }, PageAction.Mend mend) => PageReply.SendAsync(context, PaymentPage.Of(checkout, options, mend)),
        ({ Status: CheckoutStatus.Confirming }, PageAction.EnterCode) =>
            PageReply.SendAsync(context, PaymentPage.WrongCode(checkout, options)),
        _ => PageReply.RedirectAsync(context, options.PageAddress(context.Request, checkout.Id)),
    };
}
