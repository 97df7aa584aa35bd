using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Somebody looks at a page of the account, for one of the customers that the person acts for.</summary>
public sealed record AccountVisit(Visit Visit, Seat Seat)
{
    public Merchant Merchant => Visit.Merchant;

    public Id<Customer> CustomerId => Seat.CustomerId;

    public Wording Wording => Visit.Wording;

    public TemplateTexts Texts => Visit.Texts;

    public bool IsAdministrator => Seat.Role == CustomerRole.Administrator;

    /// <summary>The person as the API's own operations see a customer's token.</summary>
    public Caller Caller => new()
    {
        Kind = CallerKind.Customer,
        MerchantId = Merchant.Id,
        CredentialId = Visit.Visitor!.SessionId.Value,
        CustomerId = CustomerId,
        Role = Seat.Role,
    };

    /// <summary>A refusal in the visitor's words.</summary>
    public string Say(Refusal refusal) => Visit.Say(refusal);

    /// <summary>The path of a page of the account for this customer.</summary>
    public string PathOf(string section) => AccountSections.PathOf(Merchant.Id, section, Seat);

    /// <summary>The navigation, on one of its pages or below it.</summary>
    public AccountSections Sections(string current) => AccountSections.Of(Visit, current, Seat);
}
