using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Operators on lists.</summary>
internal static class ListOperators
{
    public static object Apply(RenderContext context, Node place, BinaryOperator sign, object left, object right)
    {
        if (left is IReadOnlyList<object?> first && right is IReadOnlyList<object?> second)
        {
            if (sign is BinaryOperator.Add) return Concatenate(context, place, first, second);
            if (sign.IsComparison()) return Integers.Box(Compare(context, place, sign, first, second));
        }

        if (sign is BinaryOperator.Multiply && left is IReadOnlyList<object?> list && Kinds.IsInteger(right))
            return Repeat(context, place, list, Conversions.ToInt(place, right));
        if (sign is BinaryOperator.Multiply && right is IReadOnlyList<object?> other && Kinds.IsInteger(left))
            return Repeat(context, place, other, Conversions.ToInt(place, left));
        if (left is IReadOnlyList<object?> whole && Kinds.IsNumber(right) && Part(context, place, sign, whole, right) is { } part) return part;
        if (sign is BinaryOperator.Equal) return Integers.False;
        return sign is BinaryOperator.NotEqual ? Integers.True : throw Operators.NotSupported(context, place, sign, left, right);
    }

    public static TemplateArray Append(RenderContext context, Node place, IReadOnlyList<object?> list, object? value)
    {
        var longer = Copy(context, place, list, 1);
        longer.Add(value);
        return longer;
    }

    public static TemplateArray Prepend(RenderContext context, Node place, object? value, IReadOnlyList<object?> list)
    {
        context.PayForElements(place, list.Count + 1L, list.Count + 1L);
        var longer = new TemplateArray(list.Count + 1);
        longer.Add(value);
        longer.AddRange(list);
        return longer;
    }

    public static TemplateArray Concatenate(RenderContext context, Node place, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        var both = Copy(context, place, first, second.Count);
        both.AddRange(second);
        return both;
    }

    /// <summary>A copy that has been paid for, with room for more.</summary>
    public static TemplateArray Copy(RenderContext context, Node place, IReadOnlyList<object?> list, long more = 0)
    {
        context.PayForElements(place, list.Count + more, list.Count + more);
        var copy = new TemplateArray(list.Count + (int)more);
        copy.AddRange(list);
        return copy;
    }

    private static TemplateArray Repeat(RenderContext context, Node place, IReadOnlyList<object?> list, int times)
    {
        var total = (long)list.Count * Math.Max(0, times);
        context.PayForElements(place, total, total);
        var repeated = new TemplateArray((int)total);
        for (var turn = 0; turn < times && list.Count > 0; turn++) repeated.AddRange(list);
        return repeated;
    }

    private static bool Compare(
        RenderContext context, Node place, BinaryOperator sign, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        if (ReferenceEquals(first, second)) return sign.Holds(0);
        context.EnterCall(place);
        try
        {
            if (sign is BinaryOperator.Equal or BinaryOperator.NotEqual)
                return AreEqual(context, place, first, second) == sign is BinaryOperator.Equal;
            return AllHold(context, place, sign, first, second);
        }
        finally
        {
            context.LeaveCall();
        }
    }

    private static bool AreEqual(RenderContext context, Node place, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        if (first.Count != second.Count) return false;
        for (var index = 0; index < first.Count; index++)
        {
            if (!Operators.AreEqual(context, place, first[index], second[index])) return false;
        }

        return true;
    }

    /// <summary>The shorter list is the smaller one; of equally long ones every pair of elements must be in order.</summary>
    private static bool AllHold(
        RenderContext context, Node place, BinaryOperator sign, IReadOnlyList<object?> first, IReadOnlyList<object?> second)
    {
        if (first.Count != second.Count || first.Count == 0) return sign.Holds(first.Count.CompareTo(second.Count));
        for (var index = 0; index < first.Count; index++)
        {
            context.Step(place);
            if (Operators.Apply(context, place, sign, first[index], second[index]) is not true) return false;
        }

        return true;
    }

    /// <summary><c>list / 2</c> is its first half, <c>list % 2</c> every second element.</summary>
    private static TemplateArray? Part(RenderContext context, Node place, BinaryOperator sign, IReadOnlyList<object?> list, object by)
    {
        if (sign is not (BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulus)) return null;
        var divisor = Conversions.ToInt(place, by);
        if (divisor <= 0) throw RenderContext.Fail(place, "Cannot divide a list by a number that is not above 0");
        var (count, step) = sign is BinaryOperator.Modulus ? (list.Count, divisor) : (list.Count / divisor, 1);
        context.PayForElements(place, list.Count, list.Count);
        var part = new TemplateArray();
        for (long index = 0; index < count; index += step) part.Add(list[(int)index]);
        return part;
    }
}
