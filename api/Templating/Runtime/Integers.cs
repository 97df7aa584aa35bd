using System.Numerics;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Integers in the smallest type that holds them, small ones without a new object.</summary>
internal static class Integers
{
    private const int Lowest = -128;
    private const int Highest = 1023;

    private static readonly object[] Boxes = [.. Enumerable.Range(Lowest, Highest - Lowest + 1).Select(number => (object)number)];

    public static readonly object True = true;
    public static readonly object False = false;

    public static object Box(bool value) => value ? True : False;

    public static object Box(int value) => value is >= Lowest and <= Highest ? Boxes[value - Lowest] : value;

    public static object Smallest(long value) => value is >= int.MinValue and <= int.MaxValue ? Box((int)value) : value;

    public static object Smallest(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? Smallest((long)value) : value;
}
