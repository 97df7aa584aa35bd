namespace BillingHeadless.Plugins;

/// <summary>
/// A currency by its ISO 4217 code. It knows how many decimal digits its minor unit has (source: the ISO 4217 list of
/// the maintenance agency). A gateway that counts otherwise converts inside its plugin.
/// </summary>
public readonly record struct Currency
{
    private const int CodeLength = 3;
    private const int UsualExponent = 2;

    private static readonly HashSet<string> WithoutMinorUnit = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF",
    };

    private static readonly HashSet<string> WithThreeDigits = new(StringComparer.Ordinal) { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };

    private static readonly HashSet<string> WithFourDigits = new(StringComparer.Ordinal) { "CLF", "UYW" };

    private static readonly HashSet<string> NotMoney = new(StringComparer.Ordinal)
    {
        "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX",
    };

    /// <summary>The currency of a code.</summary>
    /// <param name="code">Three capital letters, for example <c>UAH</c>.</param>
    /// <exception cref="ArgumentException">The code is not three capital letters of a currency that has units.</exception>
    public Currency(string code)
    {
        if (!IsCode(code))
        {
            throw new ArgumentException($"'{code}' is not an ISO 4217 code: three capital letters, for example UAH.", nameof(code));
        }

        Code = code;
    }

    /// <summary>Three capital letters, for example <c>UAH</c>.</summary>
    public string Code { get; }

    /// <summary>Decimal digits of the minor unit: 0 for JPY, 2 for UAH, 3 for KWD.</summary>
    public int Exponent => Code switch
    {
        _ when WithoutMinorUnit.Contains(Code) => 0,
        _ when WithThreeDigits.Contains(Code) => 3,
        _ when WithFourDigits.Contains(Code) => 4,
        _ => UsualExponent,
    };

    /// <summary>Whether the text has the form of a code in which money can be counted.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: CodeLength } && code.All(char.IsAsciiLetterUpper) && !NotMoney.Contains(code);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
