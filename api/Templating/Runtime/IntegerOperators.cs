using System.Numerics;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Operators on integers, which grow into wider types instead of overflowing.</summary>
internal static class IntegerOperators
{
    /// <summary>The common case, where everything fits.</summary>
    public static bool TryApply(BinaryOperator sign, int left, int right, out object? value)
    {
        value = sign switch
        {
            BinaryOperator.Add => Integers.Smallest((long)left + right),
            BinaryOperator.Subtract => Integers.Smallest((long)left - right),
            BinaryOperator.Multiply => Integers.Smallest((long)left * right),
            BinaryOperator.Divide when right != 0 => (double)left / right,
            BinaryOperator.DivideRound when right != 0 => Integers.Smallest((long)left / right),
            BinaryOperator.Modulus when right != 0 => Integers.Smallest((long)left % right),
            _ when sign.IsComparison() => Integers.Box(sign.Holds(left.CompareTo(right))),
            _ => null,
        };
        return value is not null;
    }

    public static object Apply(RenderContext context, Node place, BinaryOperator sign, BigInteger left, BigInteger right)
    {
        context.Steps(place, context.Limits.IntegerBits / 256);
        if (sign.IsComparison()) return Integers.Box(sign.Holds(left.CompareTo(right)));
        if (sign is BinaryOperator.Range or BinaryOperator.RangeExclusive) return Range(place, sign, left, right);
        if (sign is BinaryOperator.DivideRound or BinaryOperator.Modulus && right.IsZero)
            throw RenderContext.Fail(place, "Attempted to divide by zero.");
        return sign switch
        {
            BinaryOperator.Add => Bounded(context, place, left + right),
            BinaryOperator.Subtract => Bounded(context, place, left - right),
            BinaryOperator.Multiply => Bounded(context, place, left * right),
            BinaryOperator.Divide => (double)left / (double)right,
            BinaryOperator.DivideRound => Integers.Smallest(left / right),
            BinaryOperator.Modulus => Integers.Smallest(left % right),
            _ => Shift(context, place, left, sign is BinaryOperator.ShiftLeft ? right : -right),
        };
    }

    public static object Negate(RenderContext context, Node place, object value) => value is int number
        ? Integers.Smallest(-(long)number)
        : Bounded(context, place, -Widen(value));

    public static BigInteger Widen(object value) => value switch
    {
        int number => number,
        long number => number,
        _ => (BigInteger)value,
    };

    private static object Shift(RenderContext context, Node place, BigInteger left, BigInteger by)
    {
        if (by > context.Limits.IntegerBits) throw TooLarge(context, place);
        if (by < -context.Limits.IntegerBits) return Integers.Box(left.Sign < 0 ? -1 : 0);
        return Bounded(context, place, left << (int)by);
    }

    private static object Bounded(RenderContext context, Node place, BigInteger value) =>
        value.GetBitLength() <= context.Limits.IntegerBits ? Integers.Smallest(value) : throw TooLarge(context, place);

    private static TemplateException TooLarge(RenderContext context, Node place) =>
        RenderContext.Fail(place, $"Exceeding the limit of `{context.Limits.IntegerBits}` bits for an integer");

    private static IntegerRange Range(Node place, BinaryOperator sign, BigInteger first, BigInteger last)
    {
        var fits = BigInteger.Max(BigInteger.Abs(first), BigInteger.Abs(last)) <= long.MaxValue;
        return (fits ? IntegerRange.Create((long)first, (long)last, sign is BinaryOperator.Range) : null)
            ?? throw RenderContext.Fail(place, "The range is too large");
    }
}
