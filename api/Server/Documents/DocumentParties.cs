using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Domain.Orders;
using BillingHeadless.Plugins.Documents;

namespace BillingHeadless.Server.Documents;

/// <summary>Both sides of a document, with what each lacks to stand on it.</summary>
public sealed record DocumentParties(DocumentParty Seller, DocumentParty Buyer, IReadOnlyList<string> Missing)
{
    private const string FieldMissing = "missing";

    public static DocumentParties Of(Merchant merchant, Customer customer, Contact? contact)
    {
        var name = contact?.Company ?? contact?.Name ?? customer.Name;
        return new DocumentParties(
            SellerOf(merchant),
            BuyerOf(customer, contact, name),
            [
                .. Requisites.MissingForSeller(merchant.Settings.Requisites).Select(field => $"seller.{field}"),
                .. Requisites.MissingForBuyer(customer.Requisites, name).Select(field => $"buyer.{field}"),
            ]);
    }

    /// <summary>What is missing, in a sentence for the merchant.</summary>
    public string Sentence => $"{DocumentRefusals.RequisitesMissing.Title} Missing: {string.Join(", ", Missing)}.";

    public Refusal Refusal => DocumentRefusals.RequisitesMissing with { Fields = Missing.ToDictionary(name => name, _ => new[] { FieldMissing }) };

    private static DocumentParty SellerOf(Merchant merchant)
    {
        var (requisites, support) = (merchant.Settings.Requisites, merchant.Settings.Support);
        return new DocumentParty(
            requisites?.Name ?? merchant.Name,
            requisites?.TaxId,
            requisites?.RegistrationCode,
            requisites?.Address,
            requisites?.Iban,
            requisites?.Bank,
            support.Email,
            support.Phone)
        {
            Bic = requisites?.Bic,
            CorrespondentAccount = requisites?.CorrespondentAccount,
            Kpp = requisites?.Kpp,
        };
    }

    private static DocumentParty BuyerOf(Customer customer, Contact? contact, string? name)
    {
        var (requisites, email) = (customer.Requisites, contact?.Email ?? customer.Email);
        return new DocumentParty(
            requisites?.Name ?? name ?? email ?? "",
            requisites?.TaxId,
            requisites?.RegistrationCode,
            requisites?.Address,
            requisites?.Iban,
            requisites?.Bank,
            email,
            contact?.Phone ?? customer.Phone)
        {
            Bic = requisites?.Bic,
            CorrespondentAccount = requisites?.CorrespondentAccount,
            Kpp = requisites?.Kpp,
        };
    }
}
