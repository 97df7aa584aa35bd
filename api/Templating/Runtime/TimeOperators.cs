using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Operators on dates and time spans.</summary>
internal static class TimeOperators
{
    public static bool TryApply(Node place, BinaryOperator sign, object left, object right, out object? value)
    {
        try
        {
            value = (left, right) switch
            {
                (DateTime or DateTimeOffset, DateTime or DateTimeOffset) => OnDates(sign, Moment(left), Moment(right)),
                (DateTime date, TimeSpan span) => Shifted(sign, date, span),
                (DateTimeOffset date, TimeSpan span) => Shifted(sign, date, span),
                (TimeSpan first, TimeSpan second) => OnSpans(sign, first, second),
                _ => null,
            };
            return value is not null;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw RenderContext.Fail(place, "The date is out of range");
        }
    }

    /// <summary>A date without an offset is taken as one at offset zero.</summary>
    public static DateTimeOffset Moment(object date) =>
        date is DateTimeOffset moment ? moment : new DateTimeOffset(DateTime.SpecifyKind((DateTime)date, DateTimeKind.Utc));

    private static object? OnDates(BinaryOperator sign, DateTimeOffset left, DateTimeOffset right)
    {
        if (sign.IsComparison()) return Integers.Box(sign.Holds(left.CompareTo(right)));
        return sign is BinaryOperator.Subtract ? left - right : null;
    }

    private static object? Shifted(BinaryOperator sign, DateTime date, TimeSpan span) => sign switch
    {
        BinaryOperator.Add => date + span,
        BinaryOperator.Subtract => date - span,
        _ => null,
    };

    private static object? Shifted(BinaryOperator sign, DateTimeOffset date, TimeSpan span) => sign switch
    {
        BinaryOperator.Add => date + span,
        BinaryOperator.Subtract => date - span,
        _ => null,
    };

    private static object? OnSpans(BinaryOperator sign, TimeSpan left, TimeSpan right)
    {
        if (sign.IsComparison()) return Integers.Box(sign.Holds(left.CompareTo(right)));
        return sign switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            _ => null,
        };
    }
}
