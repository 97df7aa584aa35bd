using System.Globalization;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>timespan</c>.</summary>
internal static class TimeSpanFunctions
{
    public static TemplateObject Create() => new BuiltinObject("timespan")
        .Add("zero", "", static _ => TimeSpan.Zero)
        .Add("from_days", "days", static call => TimeSpan.FromDays(call.Double(0)))
        .Add("from_hours", "hours", static call => TimeSpan.FromHours(call.Double(0)))
        .Add("from_minutes", "minutes", static call => TimeSpan.FromMinutes(call.Double(0)))
        .Add("from_seconds", "seconds", static call => TimeSpan.FromSeconds(call.Double(0)))
        .Add("from_milliseconds", "millis", static call => TimeSpan.FromMilliseconds(call.Double(0)))
        .Add("parse", "text", static call => TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out var span)
            ? span
            : throw call.Fail($"`{call.Text(0)}` is not a time span"))
        .Members;
}
