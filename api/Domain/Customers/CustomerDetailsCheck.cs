using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Customers;

/// <summary>Reads what somebody typed about a customer: in the form in which it is kept, or refused with the field.</summary>
public static class CustomerDetailsCheck
{
    public static Result<CustomerDetails> Read(CustomerDetails typed)
    {
        var email = typed.Email is null ? null : EmailAddress.Parse(typed.Email).Value;
        var owner = typed.Owner is null ? null : EmailAddress.Parse(typed.Owner.Email).Value;
        var language = LanguageCode.Find(typed.Locale);
        return (typed, email, owner, language) switch
        {
            ({ Email: not null }, null, _, _) => CustomerRefusals.EmailInvalid.At("email", "Is not an e-mail address."),
            ({ Owner: not null }, _, null, _) => CustomerRefusals.EmailInvalid.At("owner.email", "Is not an e-mail address."),
            (_, _, _, null) => MerchantRefusals.LocaleUnknown,
            ({ Requisites.Iban: { } iban }, _, _, _) when !Iban.Parse(iban).IsAccepted =>
                CustomerRefusals.RequisitesInvalid.At("requisites.iban", "Is not an IBAN whose check digits hold."),
            _ => typed with
            {
                Email = email?.Text,
                Owner = owner is null ? null : typed.Owner! with { Email = owner.Text },
                Requisites = typed.Requisites?.Normalise(),
                Locale = language.Code,
            },
        };
    }
}
