namespace BillingHeadless.Domain.Documents;

/// <summary>The check digits of the registration codes that stand among a party's requisites.</summary>
public static class CompanyCode
{
    private const int Modulus = 11;
    private const int NoDigit = 10;

    /// <summary>Ukraine: a company in the state register (ЄДРПОУ), 8 digits.</summary>
    public static bool IsEdrpou(string code)
    {
        if (!IsDigits(code, 8))
        {
            return false;
        }

        var number = int.Parse(code);
        int[] weights = number is < 30_000_000 or > 60_000_000 ? [1, 2, 3, 4, 5, 6, 7] : [7, 1, 2, 3, 4, 5, 6];
        var check = Remainder(code, weights);
        if (check == NoDigit)
        {
            check = Remainder(code, [.. weights.Select(weight => weight + 2)]) % NoDigit;
        }

        return check == Digit(code, 7);
    }

    /// <summary>Ukraine: a person's tax number (РНОКПП), 10 digits.</summary>
    public static bool IsRnokpp(string code) =>
        IsDigits(code, 10) && Remainder(code, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % NoDigit == Digit(code, 9);

    /// <summary>Russia: a taxpayer's number (ИНН), 10 digits for a company, 12 for a person.</summary>
    public static bool IsInn(string code) => IsCompanyInn(code) || IsPersonInn(code);

    /// <summary>Kazakhstan: a company's or a person's number (БИН, ИИН), 12 digits.</summary>
    public static bool IsBinOrIin(string code)
    {
        if (!IsDigits(code, 12))
        {
            return false;
        }

        var check = Remainder(code, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        if (check == NoDigit)
        {
            check = Remainder(code, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
        }

        return check == Digit(code, 11);
    }

    private static bool IsCompanyInn(string code) =>
        IsDigits(code, 10) && Remainder(code, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % NoDigit == Digit(code, 9);

    private static bool IsPersonInn(string code) =>
        IsDigits(code, 12)
        && Remainder(code, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % NoDigit == Digit(code, 10)
        && Remainder(code, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % NoDigit == Digit(code, 11);

    /// <summary>Nothing but zeros satisfies every formula, and is nobody's code.</summary>
    private static bool IsDigits(string code, int length) =>
        code.Length == length && code.All(char.IsAsciiDigit) && code.Any(digit => digit != '0');

    private static int Remainder(string code, IReadOnlyList<int> weights)
    {
        var sum = weights.Select((weight, place) => weight * Digit(code, place)).Sum();
        return ((sum % Modulus) + Modulus) % Modulus;
    }

    private static int Digit(string code, int place) => code[place] - '0';
}
