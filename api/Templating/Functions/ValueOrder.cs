using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>
/// An order of all values, of whatever types: nothing, booleans, numbers, dates, time spans, text, then the rest as they stand.
/// </summary>
internal sealed class ValueOrder(RenderContext context, Node place)
{
    /// <summary>Sorts stably, paying for every comparison.</summary>
    public void Sort<T>(T[] items, Func<T, object?> key)
    {
        var spare = new T[items.Length];
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += width * 2)
                Merge(items, spare, start, Math.Min(start + width, items.Length), Math.Min(start + (width * 2), items.Length), key);
            Array.Copy(spare, items, items.Length);
        }
    }

    public int Compare(object? left, object? right)
    {
        context.Step(place);
        var order = Rank(left).CompareTo(Rank(right));
        if (order != 0 || left is null || right is null) return order;
        return left switch
        {
            bool first => first.CompareTo((bool)right),
            TimeSpan first => first.CompareTo((TimeSpan)right),
            DateTime or DateTimeOffset => TimeOperators.Moment(left).CompareTo(TimeOperators.Moment(right)),
            string or SafeText => CompareText(left.ToString()!, right.ToString()!),
            _ => Kinds.IsNumber(left) ? NumberOperators.Compare(place, left, right) : 0,
        };
    }

    private int CompareText(string left, string right)
    {
        context.PayForReading(place, Math.Min(left.Length, right.Length));
        return TextOrder.Compare(left, right);
    }

    private void Merge<T>(T[] from, T[] to, int start, int middle, int end, Func<T, object?> key)
    {
        var (left, right) = (start, middle);
        for (var index = start; index < end; index++)
        {
            var takesLeft = left < middle && (right >= end || Compare(key(from[left]), key(from[right])) <= 0);
            to[index] = takesLeft ? from[left++] : from[right++];
        }
    }

    private static int Rank(object? value) => value switch
    {
        null => 0,
        bool => 1,
        DateTime or DateTimeOffset => 3,
        TimeSpan => 4,
        string or SafeText => 5,
        _ => Kinds.IsNumber(value) ? 2 : 6,
    };
}
