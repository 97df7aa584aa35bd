using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Customers;

public static class CustomerRefusals
{
    public static readonly Refusal NotFound = new("customer_not_found", RefusalKind.NotFound, "There is no such customer.");
    public static readonly Refusal EmailInvalid = new("email_invalid", RefusalKind.Invalid, "The e-mail address cannot be used.");
    public static readonly Refusal ExternalIdTaken = new("external_id_taken", RefusalKind.Conflict, "Another customer has this externalId.");
    public static readonly Refusal RequisitesInvalid = new("requisites_invalid", RefusalKind.Invalid, "The requisites cannot be used.");
    public static readonly Refusal MemberTwice = new("member_twice", RefusalKind.Invalid, "A person is a member of a customer once.");
    public static readonly Refusal LoginWrong = new("login_wrong", RefusalKind.Forbidden, "E-mail or password is wrong.");
    public static readonly Refusal LinkInvalid = new("link_invalid", RefusalKind.Forbidden, "The link is not valid any more: ask for a new one.");
    public static readonly Refusal PasswordWeak = new("password_weak", RefusalKind.Invalid, "The password is too short.");
    public static readonly Refusal AdministratorNeeded = new("administrator_needed", RefusalKind.Forbidden, "Only administrators of the customer may do this.");
    public static readonly Refusal MembershipMissing = new("membership_missing", RefusalKind.Forbidden, "This login does not act for the customer.");
}
