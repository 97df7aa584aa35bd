using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Operators with a string on at least one side: the other side is taken as text too.</summary>
internal static class TextOperators
{
    public static object? Apply(RenderContext context, Node place, BinaryOperator sign, object? left, object? right)
    {
        if (sign is BinaryOperator.Add) return Concatenate(context, place, left, right);
        if (sign is BinaryOperator.Multiply && (Kinds.IsInteger(left) || Kinds.IsInteger(right)))
            return Kinds.IsText(left) ? Repeat(context, place, left!, right) : Repeat(context, place, right!, left);
        if (sign is BinaryOperator.Multiply)
            throw RenderContext.Fail(place,
                "Operator `*` is not supported for the expression. Only working on string x int or int x string");
        if (!sign.IsComparison()) throw RenderContext.Fail(place, $"Operator `{sign.Sign()}` is not supported on string objects");
        var first = ValueText.Of(context, place, left);
        var second = ValueText.Of(context, place, right);
        context.PayForReading(place, Math.Min(first.Length, second.Length));
        return sign switch
        {
            BinaryOperator.Equal => Integers.Box(first == second),
            BinaryOperator.NotEqual => Integers.Box(first != second),
            _ => Integers.Box(sign.Holds(TextOrder.Compare(first, second))),
        };
    }

    /// <summary>Joins two values. Text that is safe stays safe: the other side is escaped.</summary>
    public static object Concatenate(RenderContext context, Node place, object? left, object? right)
    {
        var first = ValueText.Of(context, place, left);
        var second = ValueText.Of(context, place, right);
        if (left is SafeText || right is SafeText)
        {
            first = Escaped(context, place, left, first);
            second = Escaped(context, place, right, second);
        }

        context.PayForText(place, (long)first.Length + second.Length);
        var text = string.Concat(first, second);
        return left is SafeText || right is SafeText ? new SafeText(text) : text;
    }

    private static string Escaped(RenderContext context, Node place, object? value, string text)
    {
        if (value is SafeText || !HtmlEscaping.IsNeeded(text)) return text;
        context.PayForText(place, HtmlEscaping.LengthOf(text));
        return HtmlEscaping.Apply(text);
    }

    private static object Repeat(RenderContext context, Node place, object value, object? times)
    {
        var text = ValueText.Of(context, place, value);
        var count = Math.Max(0, Conversions.ToInt(place, times));
        context.PayForText(place, (long)text.Length * count);
        var repeated = text.Length == 0 ? "" : string.Create(text.Length * count, text, static (span, part) =>
        {
            for (var start = 0; start < span.Length; start += part.Length) part.CopyTo(span[start..]);
        });
        return value is SafeText ? new SafeText(repeated) : repeated;
    }
}
