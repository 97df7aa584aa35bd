using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Storage;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>GET /pay/{id}: the form, the question for the code, or what became of the payment.</summary>
internal sealed class ShowPage(Store store, SandboxProviderOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var id = (string)context.GetRouteValue("id")!;
        var checkout = await store.ReadAsync(session => CheckoutRows.Find(session, id)?.At(options.Now()));
        var page = checkout is null ? PaymentPage.NotFound(options) : PaymentPage.Of(checkout, options);
        await PageReply.SendAsync(context, page);
    }
}
