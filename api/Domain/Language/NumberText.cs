namespace BillingHeadless.Domain.Language;

/// <summary>Whole numbers in figures, grouped by thousands as the language does it.</summary>
public static class NumberText
{
    private const int GroupLength = 3;

    /// <summary>For example "1 234" with a no-break space, or "1,234" in English.</summary>
    public static string Of(long number, LanguageCode language)
    {
        var sign = number < 0 ? "-" : "";
        return sign + Grouped(MinorUnits.Magnitude(number), LanguageData.Of(language).Marks);
    }

    internal static string Grouped(ulong number, NumberMarks marks)
    {
        var digits = number.ToString();
        for (var place = digits.Length - GroupLength; place > 0; place -= GroupLength)
        {
            digits = digits.Insert(place, marks.Group);
        }

        return digits;
    }
}
