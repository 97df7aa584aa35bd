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

    /// <summary>With the account number as machines take it.</summary>
    public Requisites Normalise() => this with { Iban = Iban is null ? null : Documents.Iban.Parse(Iban).Value?.Text ?? Iban };

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

    private static string[] Missing(string? value, string name) => string.IsNullOrWhiteSpace(value) ? [name] : [];
}
