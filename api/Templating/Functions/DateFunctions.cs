using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>date</c>.</summary>
internal static class DateFunctions
{
    public const string DefaultFormat = "%d %b %Y";
    public const string FormatMember = "format";

    public static TemplateObject Create() => new BuiltinObject("date")
        .Add("now", "", Now)
        .Add(FormatMember, "", static call => call.Context.DateFormat)
        .Add("default_format", "", static _ => DefaultFormat)
        .Add("add_years", "date years", static call => Shift(call, static (date, by) => date.AddMonths(checked((int)by * 12))))
        .Add("add_months", "date months", static call => Shift(call, static (date, by) => date.AddMonths(checked((int)by))))
        .Add("add_days", "date days", static call => Shift(call, static (date, by) => date.AddDays(by)))
        .Add("add_hours", "date hours", static call => Shift(call, static (date, by) => date.AddHours(by)))
        .Add("add_minutes", "date minutes", static call => Shift(call, static (date, by) => date.AddMinutes(by)))
        .Add("add_seconds", "date seconds", static call => Shift(call, static (date, by) => date.AddSeconds(by)))
        .Add("add_milliseconds", "date millis", static call => Shift(call, static (date, by) => date.AddMilliseconds(by)))
        .Add("parse", "text pattern? culture?", static call =>
            call.IsNull(0) ? null : DateParsing.Parse(call, 0, 1, Culture.Named(call, 2)))
        .Add("parse_to_string", "text output_pattern? output_culture? input_pattern? input_culture?", ParseToString)
        .Add("to_string", "datetime pattern? culture?", ToText)
        .Members;

    /// <summary>A date as it is printed: by <c>date.format</c>.</summary>
    public static string Format(RenderContext context, Node place, object date) =>
        Format(context, place, date, context.DateFormat, Culture.Invariant);

    private static string Format(RenderContext context, Node place, object date, string pattern, Culture culture)
    {
        if (pattern.Length > DatePattern.Longest)
            throw RenderContext.Fail(place, $"Exceeding the limit of `{DatePattern.Longest}` characters for the pattern of a date");
        context.Steps(place, pattern.Length);
        var text = DatePattern.Format(date, pattern, culture);
        context.PayForText(place, text.Length);
        return text;
    }

    private static object Now(Invocation call) =>
        call.Context.Options.Now is { } now ? now() : throw call.Fail("`date.now` is not available: no clock was given");

    private static object? Shift(Invocation call, Func<DateTimeOffset, double, DateTimeOffset> shift)
    {
        if (Date(call, 0) is not { } date) return null;
        var shifted = shift(TimeOperators.Moment(date), call.Double(1));
        return date is DateTime ? shifted.DateTime : shifted;
    }

    /// <summary>An argument as a date; text that is one counts.</summary>
    private static object? Date(Invocation call, int argument) => call.Value(argument) switch
    {
        null => null,
        DateTime or DateTimeOffset => call.Value(argument),
        string or SafeText => DateParsing.Parse(call, argument, int.MaxValue, Culture.Invariant),
        var other => throw Conversions.CannotConvert(call.Caller, other, "a date"),
    };

    /// <summary>A lone <c>%g</c> stands for <c>date.format</c>.</summary>
    private static string PatternOf(Invocation call, int argument)
    {
        if (call.IsNull(argument)) return call.Context.DateFormat;
        var pattern = call.Text(argument);
        return pattern == "%g" ? $"%g {call.Context.DateFormat}" : pattern;
    }

    private static string? ToText(Invocation call)
    {
        if (Date(call, 0) is not { } date) return null;
        var pattern = PatternOf(call, 1);
        return Format(call.Context, call.Caller, date, pattern, Culture.Named(call, 2));
    }

    private static string? ParseToString(Invocation call)
    {
        if (call.IsNull(0)) return null;
        var date = DateParsing.Parse(call, 0, 3, Culture.Named(call, 4));
        if (date is null) return null;
        var pattern = PatternOf(call, 1);
        return Format(call.Context, call.Caller, date, pattern, Culture.Named(call, 2));
    }
}
