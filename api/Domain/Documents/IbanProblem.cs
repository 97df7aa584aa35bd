namespace BillingHeadless.Domain.Documents;

/// <summary>What can be wrong with an IBAN: permanent codes.</summary>
public static class IbanProblem
{
    public const string Empty = "empty";

    /// <summary>Not a country, two digits and an account.</summary>
    public const string Form = "form";

    /// <summary>Not as long as this country's numbers are.</summary>
    public const string Length = "length";

    public const string CheckDigits = "check_digits";

    public static readonly IReadOnlyList<string> All = [Empty, Form, Length, CheckDigits];
}
