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
        var problems = new FieldProblems();
        RequisitesCheck.Check(problems, typed.Requisites);
        return (typed, email, owner, language) switch
        {
            ({ Email: not null }, null, _, _) => CustomerRefusals.EmailInvalid.At("email", "Is not an e-mail address."),
            ({ Owner: not null }, _, null, _) => CustomerRefusals.EmailInvalid.At("owner.email", "Is not an e-mail address."),
            (_, _, _, null) => MerchantRefusals.LocaleUnknown,
            _ when problems.Refuse(CustomerRefusals.RequisitesInvalid) is { } refusal => refusal,
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
