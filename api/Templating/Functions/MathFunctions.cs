using System.Numerics;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>math</c>.</summary>
internal static class MathFunctions
{
    private const int MostDigitsOfDouble = 15;
    private const int MostDigitsOfDecimal = 28;

    public static TemplateObject Create() => new BuiltinObject("math")
        .Add("abs", "value", Absolute)
        .Add("ceil", "value", static call => Rounded(call, Math.Ceiling, decimal.Ceiling))
        .Add("floor", "value", static call => Rounded(call, Math.Floor, decimal.Floor))
        .Add("round", "value precision?", Round)
        .Add("plus", "value with", static call => Calculate(call, BinaryOperator.Add))
        .Add("minus", "value with", static call => Calculate(call, BinaryOperator.Subtract))
        .Add("times", "value with", static call => Calculate(call, BinaryOperator.Multiply))
        .Add("modulo", "value with", static call => Calculate(call, BinaryOperator.Modulus))
        .Add("divided_by", "value divisor", DividedBy)
        .Add("is_number", "value", static call => Integers.Box(Kinds.IsNumber(call.Value(0))))
        .Add("format", "value format culture?", Format)
        .Members;

    /// <summary>The argument as a number; text that is one counts.</summary>
    private static object? Number(Invocation call, int index)
    {
        var value = call.Value(index);
        if (value is null || Kinds.IsNumber(value)) return value;
        if (Kinds.IsText(value) && Numbers.Parse(call.Text(index)) is { } number) return number;
        throw Conversions.CannotConvert(call.Caller, value, "a number");
    }

    private static object? Absolute(Invocation call) => Number(call, 0) switch
    {
        null => null,
        double number => Math.Abs(number),
        float number => Math.Abs(number),
        decimal number => Math.Abs(number),
        var integer => Integers.Smallest(BigInteger.Abs(IntegerOperators.Widen(integer))),
    };

    private static object? Rounded(Invocation call, Func<double, double> onDouble, Func<decimal, decimal> onDecimal) =>
        Number(call, 0) switch
        {
            double number => onDouble(number),
            float number => (float)onDouble(number),
            decimal number => onDecimal(number),
            var integer => integer,
        };

    private static object? Round(Invocation call)
    {
        var digits = Math.Max(0, call.Int(1, 0));
        return Number(call, 0) switch
        {
            double number => Math.Round(number, Math.Min(digits, MostDigitsOfDouble)),
            float number => (float)Math.Round((double)number, Math.Min(digits, MostDigitsOfDouble)),
            decimal number => decimal.Round(number, Math.Min(digits, MostDigitsOfDecimal)),
            var integer => integer,
        };
    }

    private static object? Calculate(Invocation call, BinaryOperator sign) =>
        Operators.Apply(call.Context, call.Caller, sign, Number(call, 0), Number(call, 1));

    /// <summary>A whole divisor gives a whole result.</summary>
    private static object? DividedBy(Invocation call)
    {
        var divisor = Number(call, 1);
        if (Number(call, 0) is not { } value || divisor is null) return null;
        if (Kinds.IsInteger(divisor) && IntegerOperators.Widen(divisor).IsZero) throw call.Fail("Attempted to divide by zero.");
        var quotient = Operators.Apply(call.Context, call.Caller, BinaryOperator.Divide, value, divisor);
        if (!Kinds.IsInteger(divisor)) return quotient;
        return Integers.Smallest(quotient is decimal exact
            ? new BigInteger(decimal.Floor(exact))
            : new BigInteger(Math.Floor(Conversions.ToDouble(call.Caller, quotient))));
    }

    private static object? Format(Invocation call)
    {
        if (Number(call, 0) is not { } value) return null;
        return NumberFormatting.Format(call, (IFormattable)value, call.Text(1), Culture.Named(call, 2));
    }
}
