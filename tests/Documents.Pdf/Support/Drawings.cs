namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>The images of a signed document, drawn by code.</summary>
internal static class Drawings
{
    private const int SealSize = 200;

    /// <summary>A round seal in half-transparent blue.</summary>
    public static readonly string Seal = Png.Address(Png.Painted(SealSize, SealSize, (x, y) => (0, 0, 200, IsOnSeal(x, y) ? 128 : 0)));

    /// <summary>A plain dark green field: what shines through the seal can be told from it.</summary>
    public static readonly string Signature = Png.Address(Png.Painted(50, 20, (_, _) => (0, 100, 0, 255)));

    private static bool IsOnSeal(int x, int y)
    {
        var (dx, dy) = (x - SealSize / 2, y - SealSize / 2);
        return dx * dx + dy * dy < SealSize * SealSize / 4;
    }
}
