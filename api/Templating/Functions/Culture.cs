using System.Globalization;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>How a language writes numbers and dates. The data is ours: the process knows no cultures.</summary>
internal sealed class Culture
{
    private static readonly Dictionary<string, Culture> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly NumberFormatInfo _numbers;

    private Culture(string name, NumberFormatInfo numbers, DateTimeFormatInfo dates, bool dayFirst)
    {
        Name = name;
        _numbers = numbers;
        Dates = dates;
        IsDayFirst = dayFirst;
    }

    static Culture()
    {
        foreach (var data in CultureData.All)
        {
            var culture = Create(data);
            foreach (var name in data.Names.Split(' ')) Known.Add(name, culture);
        }
    }

    /// <summary>The culture of no country, which a template speaks unless it says otherwise.</summary>
    public static Culture Invariant { get; } = new("", NumberFormatInfo.InvariantInfo, DateTimeFormatInfo.InvariantInfo, dayFirst: false);

    public string Name { get; }

    public DateTimeFormatInfo Dates { get; }

    /// <summary>Whether 2/1/2026 is in January.</summary>
    public bool IsDayFirst { get; }

    /// <summary>The culture that an argument names.</summary>
    public static Culture Named(Invocation call, int argument)
    {
        if (call.IsNull(argument)) return Invariant;
        var name = call.Text(argument);
        if (name.Length == 0) return Invariant;
        return Known.TryGetValue(name, out var culture) ? culture : throw call.Fail($"The culture `{name}` is not known");
    }

    public IFormatProvider For(IFormattable value) => Kinds.IsNumber(value) ? _numbers : Dates;

    private static Culture Create(CultureData data)
    {
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator) = (data.DecimalSeparator, data.GroupSeparator);
        (numbers.CurrencyDecimalSeparator, numbers.CurrencyGroupSeparator) = (data.DecimalSeparator, data.GroupSeparator);
        (numbers.PercentDecimalSeparator, numbers.PercentGroupSeparator) = (data.DecimalSeparator, data.GroupSeparator);
        numbers.CurrencySymbol = data.CurrencySymbol;
        numbers.CurrencyPositivePattern = data.SymbolFirst ? 0 : 3;
        numbers.CurrencyNegativePattern = data.SymbolFirst ? 1 : 8;
        numbers.NumberDecimalDigits = 3;
        var dates = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        dates.DayNames = data.Days.Split(' ');
        dates.AbbreviatedDayNames = data.ShortDays.Split(' ');
        dates.MonthNames = [.. data.Months.Split(' '), ""];
        dates.AbbreviatedMonthNames = [.. data.ShortMonths.Split(' '), ""];
        dates.MonthGenitiveNames = [.. (data.GenitiveMonths ?? data.Months).Split(' '), ""];
        dates.AbbreviatedMonthGenitiveNames = dates.AbbreviatedMonthNames;
        dates.ShortDatePattern = data.ShortDate;
        dates.ShortTimePattern = data.ShortTime;
        dates.LongTimePattern = data.LongTime;
        return new Culture(data.Names.Split(' ')[0], numbers, dates, data.ShortDate[0] == 'd');
    }
}
