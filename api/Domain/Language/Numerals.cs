namespace BillingHeadless.Domain.Language;

/// <summary>Whole numbers in words, three digits at a time.</summary>
internal static class Numerals
{
    private const ulong Thousand = 1000;

    /// <summary>The number in words of lower case, agreeing in gender with the noun that will follow it.</summary>
    public static string InWords(ulong number, GrammaticalGender gender, LanguageData language)
    {
        if (number == 0)
        {
            return language.Numerals.Zero;
        }

        List<string> words = [];
        for (var power = 0; number > 0; power++, number /= Thousand)
        {
            var triad = (int)(number % Thousand);
            words.InsertRange(0, power == 0
                ? Triad(triad, gender, language.Numerals)
                : Scaled(triad, language.Numerals.Scales[power - 1], language));
        }

        return string.Join(' ', words);
    }

    /// <summary>How many thousands, millions and so on. The scale is a noun with a gender of its own.</summary>
    private static IEnumerable<string> Scaled(int triad, CountedNoun scale, LanguageData language) => triad == 0
        ? []
        : [.. Triad(triad, scale.Gender, language.Numerals), language.Form(scale, (ulong)triad)];

    private static IEnumerable<string> Triad(int triad, GrammaticalGender gender, NumeralWords words)
    {
        var (hundreds, rest) = Math.DivRem(triad, 100);
        return new[] { words.Hundreds[hundreds], BelowHundred(rest, gender, words) }.Where(word => word.Length > 0);
    }

    private static string BelowHundred(int number, GrammaticalGender gender, NumeralWords words)
    {
        if (number < words.UpToNineteen.Count)
        {
            return Unit(number, gender, words);
        }

        var (tens, unit) = Math.DivRem(number, 10);
        return unit == 0 ? words.Tens[tens] : words.Tens[tens] + words.TensJoint + Unit(unit, gender, words);
    }

    private static string Unit(int number, GrammaticalGender gender, NumeralWords words) => (number, gender) switch
    {
        (1, GrammaticalGender.Feminine) => words.Feminine.One,
        (2, GrammaticalGender.Feminine) => words.Feminine.Two,
        (1, GrammaticalGender.Neuter) => words.NeuterOne,
        _ => words.UpToNineteen[number],
    };
}
