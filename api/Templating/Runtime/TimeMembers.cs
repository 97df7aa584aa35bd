namespace BillingHeadless.Templating.Runtime;

/// <summary>The members of dates and time spans.</summary>
internal static class TimeMembers
{
    public static bool TryGet(object date, string name, out object? value)
    {
        var moment = date is DateTimeOffset offset ? offset.DateTime : (DateTime)date;
        value = name switch
        {
            "year" => Integers.Box(moment.Year),
            "month" => Integers.Box(moment.Month),
            "day" => Integers.Box(moment.Day),
            "day_of_year" => Integers.Box(moment.DayOfYear),
            "day_of_week" => Integers.Box((int)moment.DayOfWeek),
            "hour" => Integers.Box(moment.Hour),
            "minute" => Integers.Box(moment.Minute),
            "second" => Integers.Box(moment.Second),
            "millisecond" => Integers.Box(moment.Millisecond),
            "ticks" => moment.Ticks,
            "date" => moment.Date,
            "time_of_day" => moment.TimeOfDay,
            _ => null,
        };
        return value is not null;
    }

    public static bool TryGet(TimeSpan span, string name, out object? value)
    {
        value = name switch
        {
            "days" => Integers.Box(span.Days),
            "hours" => Integers.Box(span.Hours),
            "minutes" => Integers.Box(span.Minutes),
            "seconds" => Integers.Box(span.Seconds),
            "milliseconds" => Integers.Box(span.Milliseconds),
            "ticks" => span.Ticks,
            "total_days" => span.TotalDays,
            "total_hours" => span.TotalHours,
            "total_minutes" => span.TotalMinutes,
            "total_seconds" => span.TotalSeconds,
            "total_milliseconds" => span.TotalMilliseconds,
            _ => null,
        };
        return value is not null;
    }
}
