namespace BillingHeadless.Domain.Language;

/// <summary>Percentages as a buyer reads them.</summary>
public static class PercentText
{
    private const int PerPercent = 100;

    /// <summary>So many basis points as a percentage: 2000 is "20 %" with a no-break space, 750 is "7,5 %"; in English "20%" and "7.5%".</summary>
    public static string Of(int basisPoints, LanguageCode language)
    {
        var marks = LanguageData.Of(language).Marks;
        var (whole, rest) = Math.DivRem(Math.Abs(basisPoints), PerPercent);
        var fraction = rest == 0 ? "" : marks.Decimal + $"{rest:D2}".TrimEnd('0');
        var space = marks.CurrencyFirst ? "" : NumberMarks.NoBreakSpace;
        return $"{(basisPoints < 0 ? "-" : "")}{whole}{fraction}{space}%";
    }
}
