using System.Text.RegularExpressions;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The form of a bank's number in the world (ISO 9362): institution, country, place, and perhaps the branch.</summary>
public static partial class SwiftCode
{
    public static bool IsCode(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\z")]
    private static partial Regex Form();
}
