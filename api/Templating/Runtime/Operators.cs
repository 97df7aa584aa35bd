using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>The binary operators, by the types of their sides.</summary>
internal static class Operators
{
    public static object? Apply(RenderContext context, Node place, BinaryOperator sign, object? left, object? right)
    {
        if (left is int first && right is int second && IntegerOperators.TryApply(sign, first, second, out var quick)) return quick;
        if (sign is BinaryOperator.ShiftLeft && left is IReadOnlyList<object?> head)
            return ListOperators.Append(context, place, head, right);
        if (sign is BinaryOperator.ShiftRight && right is IReadOnlyList<object?> tail)
            return ListOperators.Prepend(context, place, left, tail);
        if (ReferenceEquals(left, TemplateObject.Empty) || ReferenceEquals(right, TemplateObject.Empty))
            return AgainstEmpty(place, sign, left, right);
        if (Kinds.IsText(left) || Kinds.IsText(right)) return TextOperators.Apply(context, place, sign, left, right);
        if (left is null || right is null) return AgainstNull(sign, left, right);
        if (Kinds.IsNumber(left) && Kinds.IsNumber(right)) return NumberOperators.Apply(context, place, sign, left, right);
        if (IsNumberAndTruth(left, right)) return NumberOperators.Apply(context, place, sign, AsNumber(left), AsNumber(right));
        if (TimeOperators.TryApply(place, sign, left, right, out var moment)) return moment;
        if (left is IReadOnlyList<object?> || right is IReadOnlyList<object?>)
            return ListOperators.Apply(context, place, sign, left, right);
        return Otherwise(context, place, sign, left, right);
    }

    /// <summary>Whether two values are equal, as <c>==</c> says.</summary>
    public static bool AreEqual(RenderContext context, Node place, object? left, object? right)
    {
        context.Step(place);
        return Apply(context, place, BinaryOperator.Equal, left, right) is true;
    }

    public static TemplateException NotSupported(RenderContext context, Node place, BinaryOperator sign, object left, object right)
    {
        var sides = $"`{Named(context, place, left)}` and `{Named(context, place, right)}`";
        return RenderContext.Fail(place, $"The operator `{sign.Sign()}` is not supported between {sides}");
    }

    private static string Named(RenderContext context, Node place, object value)
    {
        const int Longest = 40;
        var text = ValueText.Of(context, place, value);
        return $"{(text.Length > Longest ? text[..Longest] : text)}/{Kinds.Of(value)}";
    }

    private static bool IsNumberAndTruth(object left, object right) =>
        (left is bool && Kinds.IsNumber(right)) || (Kinds.IsNumber(left) && right is bool);

    private static object AsNumber(object value) => value is bool truth ? Integers.Box(truth ? 1 : 0) : value;

    private static object? AgainstNull(BinaryOperator sign, object? left, object? right) => sign switch
    {
        BinaryOperator.Equal => Integers.Box(left is null && right is null),
        BinaryOperator.NotEqual => Integers.Box(left is not null || right is not null),
        BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => Integers.False,
        _ => null,
    };

    private static object? AgainstEmpty(Node place, BinaryOperator sign, object? left, object? right)
    {
        var other = ReferenceEquals(left, TemplateObject.Empty) ? right : left;
        var isEmpty = Truth.IsEmpty(other);
        switch (sign)
        {
            case BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual:
                return isEmpty is null ? null : Integers.Box(isEmpty.Value);
            case BinaryOperator.NotEqual:
                return isEmpty is null ? null : Integers.Box(!isEmpty.Value);
            case BinaryOperator.Less or BinaryOperator.Greater:
                return Integers.False;
            case BinaryOperator.Range or BinaryOperator.RangeExclusive:
                throw RenderContext.Fail(place, $"The operator `{sign.Sign()}` is not supported with `empty`");
            default:
                return TemplateObject.Empty;
        }
    }

    private static object Otherwise(RenderContext context, Node place, BinaryOperator sign, object left, object right) => sign switch
    {
        BinaryOperator.Equal => Integers.Box(Equals(left, right)),
        BinaryOperator.NotEqual => Integers.Box(!Equals(left, right)),
        _ when sign.IsComparison() && left is bool first && right is bool second => Integers.Box(sign.Holds(first.CompareTo(second))),
        _ => throw NotSupported(context, place, sign, left, right),
    };
}
