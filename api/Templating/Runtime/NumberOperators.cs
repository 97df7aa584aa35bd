using System.Numerics;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Operators on numbers of any type: the wider type decides, and a decimal wins over a double.</summary>
internal static class NumberOperators
{
    public static object Apply(RenderContext context, Node place, BinaryOperator sign, object left, object right)
    {
        if (Kinds.IsInteger(left) && Kinds.IsInteger(right))
            return IntegerOperators.Apply(context, place, sign, IntegerOperators.Widen(left), IntegerOperators.Widen(right));
        if (sign is BinaryOperator.Range or BinaryOperator.RangeExclusive)
            return IntegerOperators.Apply(context, place, sign, Conversions.ToInteger(place, left), Conversions.ToInteger(place, right));
        if (left is decimal || right is decimal) return OnDecimals(place, sign, left, right);
        var result = OnDoubles(context, place, sign, Conversions.ToDouble(place, left), Conversions.ToDouble(place, right));
        var isSingle = left is float or int && right is float or int && result is double;
        return isSingle ? (float)(double)result : result;
    }

    /// <summary>The order of two numbers.</summary>
    public static int Compare(Node place, object left, object right)
    {
        if (left is int first && right is int second) return first.CompareTo(second);
        if (Kinds.IsInteger(left) && Kinds.IsInteger(right)) return IntegerOperators.Widen(left).CompareTo(IntegerOperators.Widen(right));
        if (left is decimal one && right is decimal other) return one.CompareTo(other);
        return Conversions.ToDouble(place, left).CompareTo(Conversions.ToDouble(place, right));
    }

    public static object Negate(RenderContext context, Node place, object value) => value switch
    {
        double number => -number,
        float number => -number,
        decimal number => -number,
        _ => IntegerOperators.Negate(context, place, value),
    };

    private static object OnDoubles(RenderContext context, Node place, BinaryOperator sign, double left, double right)
    {
        if (sign.IsComparison()) return Integers.Box(CompareDoubles(sign, left, right));
        return sign switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.DivideRound => Math.Round(left / right),
            BinaryOperator.Modulus => left % right,
            _ => throw Operators.NotSupported(context, place, sign, left, right),
        };
    }

    /// <summary>Not by order alone: what is not a number compares as false.</summary>
    private static bool CompareDoubles(BinaryOperator sign, double left, double right) => sign switch
    {
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        _ => left >= right,
    };

    private static object OnDecimals(Node place, BinaryOperator sign, object leftValue, object rightValue)
    {
        try
        {
            var left = ToDecimal(leftValue);
            var right = ToDecimal(rightValue);
            if (sign.IsComparison()) return Integers.Box(sign.Holds(left.CompareTo(right)));
            return sign switch
            {
                BinaryOperator.Add => left + right,
                BinaryOperator.Subtract => left - right,
                BinaryOperator.Multiply => left * right,
                BinaryOperator.Divide => left / right,
                BinaryOperator.DivideRound => Math.Round(left / right),
                BinaryOperator.Modulus => left % right,
                _ => throw RenderContext.Fail(place, $"The operator `{sign.Sign()}` is not supported on decimal numbers"),
            };
        }
        catch (DivideByZeroException)
        {
            throw RenderContext.Fail(place, "Attempted to divide by zero.");
        }
        catch (OverflowException)
        {
            throw RenderContext.Fail(place, "Value was either too large or too small for a decimal number.");
        }
    }

    private static decimal ToDecimal(object value) => value switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        BigInteger number => (decimal)number,
        float number => (decimal)number,
        _ => (decimal)(double)value,
    };
}
