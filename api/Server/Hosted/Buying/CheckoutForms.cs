using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Platform.Persistence;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>The checkout of one offer for one visitor.</summary>
public sealed record Checkout(Visit Visit, Shelf Shelf, Offer Offer, IReadOnlyList<CheckoutField> Fields, IReadOnlyList<Agreement> Agreements)
{
    public string Address => $"/b/{Shelf.Button.Id}/checkout";
}

/// <summary>Shows the checkout: the contact, the merchant's own fields, the agreements, and what it will cost (A2, A5).</summary>
public sealed class CheckoutForms(Reader reader, PageWriter pages, IdSource ids)
{
    public async Task<Checkout> Open(Visit visit, Shelf shelf, Offer offer, CancellationToken cancel)
    {
        var agreements = await reader.Read(shelf.Merchant.Id, db => Agreements.Current(db, shelf.Product.AgreementIds, cancel));
        var fields = shelf.Merchant.Settings.CheckoutFields.Where(field => field.Kind != CheckoutFieldKind.Portal || shelf.Product.Kind == ProductKind.Licence);
        return new Checkout(visit, shelf, offer, [.. fields], agreements);
    }

    /// <summary>The form with a key of its own, so that a form that was refused can be mended and sent again.</summary>
    public Task<PageResult> Show(Checkout checkout, CheckoutInput input, IReadOnlyList<FieldError> errors, CancellationToken cancel)
    {
        var options = new PageOptions
        {
            Status = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            Address = $"{checkout.Address}?offer={Uri.EscapeDataString(checkout.Offer.Code)}",
        };
        return pages.Write(checkout.Visit, "checkout", Describe(checkout, input, errors), options, cancel);
    }

    private object Describe(Checkout checkout, CheckoutInput input, IReadOnlyList<FieldError> errors) => new
    {
        Action = checkout.Address,
        Key = ids.Token(),
        Offer = checkout.Offer.Code,
        BackUrl = $"/b/{checkout.Shelf.Button.Id}?offer={Uri.EscapeDataString(checkout.Offer.Code)}&portal={Uri.EscapeDataString(input[CheckoutInput.Portal])}",
        Errors = errors.Select(error => new { Id = error.Name.Length > 0 ? error.Id : null, error.Text }),
        Fields = checkout.Fields.Select(field => FormField.Of(checkout.Visit, field, input, errors)).Prepend(FormField.OfEmail(checkout.Visit, input, errors)),
        Customers = Customers(checkout.Visit, input),
        Consents = checkout.Agreements.Select(agreement => new
        {
            Id = agreement.Id.Value,
            Title = agreement.TitleIn(checkout.Visit.Language.Code),
            agreement.Number,
            Date = checkout.Visit.Wording.Date(agreement.CreatedAt),
            Url = $"/agreements/{agreement.Id}",
            Checked = input.Consents.Contains(agreement.Id.Value),
        }),
        ConsentsId = FieldError.IdOf(CheckoutErrors.Consents),
        ConsentsError = errors.FirstOrDefault(error => error.Name == CheckoutErrors.Consents)?.Text,
        Summary = Summary(checkout),
    };

    /// <summary>Only whoever acts for several customers is asked for which.</summary>
    private static IEnumerable<object> Customers(Visit visit, CheckoutInput input) => visit.Visitor is { Seats.Count: > 1 } visitor
        ? visitor.Seats.Select(seat => new { Id = seat.CustomerId.Value, seat.Name, Chosen = seat.CustomerId.Value == input.CustomerId })
        : [];

    private static object Summary(Checkout checkout)
    {
        var (visit, offer) = (checkout.Visit, checkout.Offer);
        return new
        {
            Product = checkout.Shelf.Product.NameIn(visit.Language.Code),
            Plan = offer.Plan.NameIn(visit.Language.Code),
            Card = OfferCard.Of(visit, offer, chosen: true),
            Saved = offer.Price.DiscountMinor > 0 ? visit.Wording.Money(offer.Price.DiscountMinor, offer.Plan.Currency) : null,
            Tax = offer.Price.TaxMinor > 0 ? visit.Wording.Money(offer.Price.TaxMinor, offer.Plan.Currency) : null,
        };
    }
}
