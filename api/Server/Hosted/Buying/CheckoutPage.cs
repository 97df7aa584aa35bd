using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>From the chosen offer to a placed order; then the payment page (A2-A6).</summary>
public sealed class CheckoutPage(Offers offers, Visits visits, CheckoutForms forms, OrderByForm orders) : IPage
{
    private const string Address = "/b/{id}/checkout";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] CheckoutPage page, string id, [FromQuery] string? offer, [FromQuery] string? portal, HttpContext context, CancellationToken cancel) =>
                page.Show(id, offer, portal, context, cancel));
        routes.MapPost(Address, ([FromServices] CheckoutPage page, string id, HttpContext context, CancellationToken cancel) => page.Place(id, context, cancel));
    }

    public async Task<IResult> Show(string id, string? offer, string? portal, HttpContext context, CancellationToken cancel)
    {
        var (checkout, otherwise) = await Open(id, offer, context, cancel);
        if (checkout is null)
        {
            return otherwise!;
        }

        var input = new CheckoutInput
        {
            Offer = checkout.Offer.Code,
            Values = new Dictionary<string, string>
            {
                [CheckoutInput.Email] = checkout.Visit.Visitor?.Email ?? "",
                [CheckoutInput.Portal] = portal ?? "",
            },
        };
        return await forms.Show(checkout, input, [], cancel);
    }

    public async Task<IResult> Place(string id, HttpContext context, CancellationToken cancel)
    {
        var form = await PageForm.Read(context, cancel);
        var (checkout, otherwise) = await Open(id, form["offer"], context, cancel);
        if (checkout is null)
        {
            return otherwise!;
        }

        var input = CheckoutInput.Read(form, checkout.Fields);
        var errors = CheckoutErrors.Find(checkout.Visit, input, checkout.Fields, checkout.Agreements);
        if (errors.Count > 0)
        {
            return await forms.Show(checkout, input, errors, cancel);
        }

        var placed = await orders.Place(checkout, input, Call.Of(context)!.IpAddress, cancel);
        return placed.Refused(out var refusal)
            ? await forms.Show(checkout, input, CheckoutErrors.Of(checkout.Visit, refusal), cancel)
            : new SeeOther(placed.Value);
    }

    /// <summary>The checkout of a chosen offer; an offer that is gone leads back to those that there are.</summary>
    private async Task<(Checkout? Checkout, IResult? Otherwise)> Open(string id, string? offerCode, HttpContext context, CancellationToken cancel)
    {
        if (await offers.Find(id, cancel) is not { } shelf)
        {
            return (null, Results.NotFound());
        }

        var visit = await visits.Of(context, shelf.Merchant);
        return Offers.Read(shelf, offerCode, visit.Language.Code) is { } offer
            ? (await forms.Open(visit, shelf, offer, cancel), null)
            : (null, new SeeOther($"/b/{shelf.Button.Id}"));
    }
}
