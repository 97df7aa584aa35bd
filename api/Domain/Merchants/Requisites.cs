using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.Merchants;

/// <summary>What identifies a side of a document or a bank transfer.</summary>
public sealed record Requisites
{
    public string? Name { get; init; }

    public string? TaxId { get; init; }

    public string? RegistrationCode { get; init; }

    public string? Address { get; init; }

    public string? Iban { get; init; }

    public string? Bank { get; init; }

    /// <summary>The number of the bank: a SWIFT code, or nine digits in Russia.</summary>
    public string? Bic { get; init; }

    /// <summary>The account of the bank at the central bank, in Russia.</summary>
    public string? CorrespondentAccount { get; init; }

    /// <summary>The number of the tax office's reason for registration (КПП), in Russia.</summary>
    public string? Kpp { get; init; }

    /// <summary>The number by which banks know a payee: the tax number in Russia, the number in the register of companies elsewhere.</summary>
    public static string? PayeeCode(string? registrationCode, string? taxId, Currency currency) =>
        currency.Code == RussianBank.Currency ? taxId : registrationCode ?? taxId;

    /// <summary>With the numbers as machines take them.</summary>
    public Requisites Normalise() => this with
    {
        Iban = Squeezed(Iban),
        Bic = Squeezed(Bic),
        CorrespondentAccount = Squeezed(CorrespondentAccount),
        Kpp = Squeezed(Kpp),
    };

    /// <summary>What a seller must have on a document, and has not: names as in the API.</summary>
    public static IReadOnlyList<string> MissingForSeller(Requisites? requisites) =>
    [
        .. Missing(requisites?.Name, "name"),
        .. Missing(requisites?.TaxId ?? requisites?.RegistrationCode, "taxId"),
        .. Missing(requisites?.Address, "address"),
        .. Missing(requisites?.Iban, "iban"),
        .. Missing(requisites?.Bank, "bank"),
    ];

    /// <summary>What a buyer must have: a private person only a name, a company that gave requisites its code as well.</summary>
    public static IReadOnlyList<string> MissingForBuyer(Requisites? requisites, string? contactName) => requisites is null
        ? [.. Missing(contactName, "name")]
        : [.. Missing(requisites.Name ?? contactName, "name"), .. Missing(requisites.TaxId ?? requisites.RegistrationCode, "taxId")];

    private static string? Squeezed(string? text) => text is null ? null : string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();

    private static string[] Missing(string? value, string name) => string.IsNullOrWhiteSpace(value) ? [name] : [];
}
