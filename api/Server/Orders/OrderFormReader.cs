using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;

namespace BillingHeadless.Server.Orders;

/// <summary>Reads the contact form: the e-mail, the merchant's own fields, and the portal when a licence is bought (A2).</summary>
public static class OrderFormReader
{
    public static Result<OrderForm> Read(OrderRequest request, IReadOnlyList<PricedItem> items, Merchant merchant)
    {
        if (request.Contact is not { } contact || EmailAddress.Parse(contact.Email) is not { IsAccepted: true } email)
        {
            return CustomerRefusals.EmailInvalid.At("contact.email", EmailAddress.Parse(request.Contact?.Email).Problem ?? "missing");
        }

        var read = new Contact { Email = email.Value.Text, Name = Clean(contact.Name), Phone = Clean(contact.Phone), Company = Clean(contact.Company) };
        if (CheckFields(request.Fields, read, merchant.Settings.CheckoutFields) is { } refusal)
        {
            return refusal;
        }

        var form = new OrderForm
        {
            Contact = read,
            Fields = request.Fields,
            Locale = LanguageCode.Parse(request.Locale ?? merchant.Locale).Code,
        };
        return items.Any(item => item.Product.Kind == ProductKind.Licence) ? BindToPortal(form) : form;
    }

    private static Result<OrderForm> BindToPortal(OrderForm form)
    {
        var portal = PortalAddress.Normalise(form.Fields.GetValueOrDefault(CheckoutField.PortalName));
        return portal.IsAccepted
            ? form with { Portal = portal.Value.Host }
            : OrderRefusals.PortalInvalid.At($"fields.{CheckoutField.PortalName}", portal.Problem ?? "missing");
    }

    private static Refusal? CheckFields(IReadOnlyDictionary<string, string> given, Contact contact, IReadOnlyList<CheckoutField> fields)
    {
        foreach (var (name, value) in given)
        {
            var field = fields.FirstOrDefault(field => field.Name == name);
            if (field is null || value.Length > Limits.ShortTextLength || (field.Kind == CheckoutFieldKind.Choice && !field.Options.Contains(value)))
            {
                return OrderRefusals.FieldInvalid.At($"fields.{name}", field is null ? "unknown" : "not_allowed");
            }
        }

        var missing = fields.FirstOrDefault(field => field is { Required: true, Kind: not CheckoutFieldKind.Portal } && ValueOf(field.Name, given, contact) is null);
        return missing is null ? null : OrderRefusals.FieldInvalid.At(PathOf(missing.Name), "missing");
    }

    private static string? ValueOf(string name, IReadOnlyDictionary<string, string> given, Contact contact) => name switch
    {
        "name" => contact.Name,
        "phone" => contact.Phone,
        "company" => contact.Company,
        _ => Clean(given.GetValueOrDefault(name)),
    };

    private static string PathOf(string name) => name is "name" or "phone" or "company" ? $"contact.{name}" : $"fields.{name}";

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
