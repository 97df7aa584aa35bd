using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Merchants;

/// <summary>What identifies a side of a document or a bank transfer.</summary>
public sealed record RequisitesBody
{
    /// <summary>The full name of the company or the person.</summary>
    [Line(Limits.NameLength)]
    public string? Name { get; init; }

    /// <summary>The number by which it pays tax.</summary>
    [Line(Limits.CodeLength)]
    public string? TaxId { get; init; }

    /// <summary>The number in the register of companies: ЄДРПОУ, ОГРН, БИН.</summary>
    [Line(Limits.CodeLength)]
    public string? RegistrationCode { get; init; }

    /// <summary>The registered address.</summary>
    [Line(Limits.ShortTextLength)]
    public string? Address { get; init; }

    /// <summary>The bank account, an IBAN or a Russian account; spaces are dropped and an IBAN's check digits are verified.</summary>
    [Line(Limits.CodeLength)]
    public string? Iban { get; init; }

    /// <summary>The bank's name.</summary>
    [Line(Limits.NameLength)]
    public string? Bank { get; init; }

    /// <summary>The bank's number: a SWIFT code, or the nine digits of a Russian bank (БИК).</summary>
    [Line(Limits.CodeLength)]
    public string? Bic { get; init; }

    /// <summary>The bank's account at the central bank, in Russia.</summary>
    [Line(Limits.CodeLength)]
    public string? CorrespondentAccount { get; init; }

    /// <summary>The number of the tax office's reason for registration (КПП), in Russia.</summary>
    [Line(Limits.CodeLength)]
    public string? Kpp { get; init; }

    public static RequisitesBody Of(Requisites requisites) => new()
    {
        Name = requisites.Name,
        TaxId = requisites.TaxId,
        RegistrationCode = requisites.RegistrationCode,
        Address = requisites.Address,
        Iban = requisites.Iban,
        Bank = requisites.Bank,
        Bic = requisites.Bic,
        CorrespondentAccount = requisites.CorrespondentAccount,
        Kpp = requisites.Kpp,
    };

    public Requisites ToRequisites() => new Requisites
    {
        Name = Name,
        TaxId = TaxId,
        RegistrationCode = RegistrationCode,
        Address = Address,
        Iban = Iban,
        Bank = Bank,
        Bic = Bic,
        CorrespondentAccount = CorrespondentAccount,
        Kpp = Kpp,
    }.Normalise();
}
