using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Finds numbers among requisites that no bank would take. Fields are named as in the API.</summary>
public static class RequisitesCheck
{
    public static void Check(FieldProblems problems, Requisites? typed)
    {
        if (typed?.Normalise() is not { } requisites)
        {
            return;
        }

        Check("iban", requisites.Iban, text => Iban.Parse(text).IsAccepted || RussianBank.IsAccount(text), "Is not an IBAN whose check digits hold, nor a Russian account.");
        Check("bic", requisites.Bic, text => SwiftCode.IsCode(text) || RussianBank.IsBic(text), "Is neither a SWIFT code nor the nine digits of a Russian bank.");
        Check("correspondentAccount", requisites.CorrespondentAccount, RussianBank.IsCorrespondentAccount, "Is not the twenty digits of a bank's account.");
        Check("kpp", requisites.Kpp, RussianBank.IsKpp, "Is not the nine characters of a КПП.");

        void Check(string field, string? text, Func<string, bool> isRight, string problem) =>
            problems.AddUnless(text is null || isRight(text), $"requisites.{field}", problem);
    }
}
