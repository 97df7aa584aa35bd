namespace BillingHeadless.Plugins.Documents.Pdf;

/// <summary>
/// Lengths are whole thousandths of a point (a point is 1/72 inch), so that every machine lays out the same bytes.
/// </summary>
internal static class Units
{
    public const int Point = 1_000;
    public const int Inch = 72 * Point;

    /// <summary>A CSS pixel is 1/96 inch.</summary>
    public const int Pixel = Inch / 96;

    /// <summary>Thousandths of a point in a hundred millimetres: 7200 / 25.4 points.</summary>
    private const int HundredMillimetres = 283_465;

    public static int Millimetres(int count) => count * HundredMillimetres / 100;

    /// <summary>value * numerator / denominator, rounded half away from zero.</summary>
    public static int Scale(int value, long numerator, long denominator)
    {
        var product = value * numerator;
        var half = denominator / 2;
        return (int)((product >= 0 ? product + half : product - half) / denominator);
    }
}
