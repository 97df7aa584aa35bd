using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Documents;

/// <summary>An international bank account number (ISO 13616) whose check digits hold.</summary>
public sealed record Iban
{
    private const int MinLength = 15;
    private const int MaxLength = 34;
    private const int MaxTypedLength = 64;
    private const int HeadLength = 4;
    private const int GroupLength = 4;
    private const int Modulus = 97;

    /// <summary>The lengths of the countries where our buyers and merchants have accounts; others have the general bounds.</summary>
    private const string CountryLengths =
        "AT20 AZ28 BE16 BG22 BY28 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GE22 GR27 HR21 " +
        "HU28 IE22 IT27 KZ20 LT20 LU20 LV21 MD24 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 TR26 UA29";

    private static readonly Dictionary<string, int> Lengths =
        CountryLengths.Split(' ').ToDictionary(entry => entry[..2], entry => int.Parse(entry[2..]));

    private Iban(string text) => Text = text;

    /// <summary>Without spaces, in capitals, as machines take it.</summary>
    public string Text { get; }

    public string Country => Text[..2];

    /// <summary>In groups of four, as people read it.</summary>
    public string Grouped => string.Join(' ', Text.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Reads a number with or without spaces. Its problems are <see cref="IbanProblem"/>.</summary>
    public static Parsed<Iban> Parse(string? typed)
    {
        if (typed is { Length: > MaxTypedLength })
        {
            return Refused(IbanProblem.Length);
        }

        var text = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
        return text switch
        {
            "" => Refused(IbanProblem.Empty),
            _ when !HasForm(text) => Refused(IbanProblem.Form),
            _ when !HasLength(text) => Refused(IbanProblem.Length),
            _ when !HasCheckDigits(text) => Refused(IbanProblem.CheckDigits),
            _ => Parsed<Iban>.Accepted(new Iban(text)),
        };
    }

    public override string ToString() => Text;

    private static bool HasForm(string text) =>
        text.Length > HeadLength
        && text[..2].All(char.IsAsciiLetterUpper)
        && text[2..HeadLength].All(char.IsAsciiDigit)
        && text[HeadLength..].All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character));

    private static bool HasLength(string text) => Lengths.TryGetValue(text[..2], out var length)
        ? text.Length == length
        : text.Length is >= MinLength and <= MaxLength;

    /// <summary>The account, then the country and the check digits, letters as numbers from 10: one over a multiple of 97.</summary>
    private static bool HasCheckDigits(string text)
    {
        // 00, 01 and 99 would leave the same remainders as 97, 98 and 02, and are never given out.
        if (text[2..HeadLength] is "00" or "01" or "99")
        {
            return false;
        }

        var remainder = 0;
        foreach (var character in text[HeadLength..] + text[..HeadLength])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value < 10 ? 10 : 100)) + value) % Modulus;
        }

        return remainder == 1;
    }

    private static Parsed<Iban> Refused(string problem) => Parsed<Iban>.Refused(problem);
}
