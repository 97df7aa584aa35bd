using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Orders;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>What a buyer has typed into the checkout so far; nothing of it is lost by an error.</summary>
public sealed record CheckoutInput
{
    public const string Email = "contact.email";
    public const string Portal = "fields." + CheckoutField.PortalName;

    /// <summary>Which offer was chosen.</summary>
    public required string Offer { get; init; }

    /// <summary>The form's own key: sent twice, it places one order.</summary>
    public string Key { get; init; } = "";

    /// <summary>The contact and the merchant's fields by the names under which the API takes them.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Agreements with a tick.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>For whom it is bought, when somebody who is logged in acts for several.</summary>
    public string? CustomerId { get; init; }

    public string this[string name] => Values.GetValueOrDefault(name, "");

    /// <summary>The name of a field of the merchant's in the form: three of them are parts of the contact.</summary>
    public static string NameOf(CheckoutField field) => field.Name is "name" or "phone" or "company" ? $"contact.{field.Name}" : $"fields.{field.Name}";

    public static CheckoutInput Read(PageForm form, IEnumerable<CheckoutField> fields) => new()
    {
        Offer = form["offer"],
        Key = form["key"],
        Values = fields.Select(NameOf).Prepend(Email).ToDictionary(name => name, name => form[name].Trim()),
        Consents = form.All("consents"),
        CustomerId = form["customer"] is { Length: > 0 } customer ? customer : null,
    };

    /// <summary>The order that the form means.</summary>
    public OrderRequest ToRequest(Offer offer, string locale) => new()
    {
        Items = [new OrderItemRequest { PlanId = offer.Plan.Id.Value, Months = offer.Months }],
        Contact = new ContactRequest { Email = this[Email], Name = this["contact.name"], Phone = this["contact.phone"], Company = this["contact.company"] },
        Fields = Values.Where(value => value.Key.StartsWith("fields.", StringComparison.Ordinal) && value.Value.Length > 0).ToDictionary(value => value.Key["fields.".Length..], value => value.Value),
        Consents = [.. Consents.Select(id => new ConsentRequest { AgreementId = id })],
        Locale = locale,
    };
}
