using System.Globalization;
using System.Text;

namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>A page as pixels: the plain PPM that poppler draws.</summary>
internal sealed record PagePicture(int Width, int Height, byte[] Pixels)
{
    public static PagePicture Read(byte[] ppm)
    {
        var header = Encoding.ASCII.GetString(ppm, 0, 32).Split((char[])['\n', ' '], 5);
        var (width, height) = (int.Parse(header[1], CultureInfo.InvariantCulture), int.Parse(header[2], CultureInfo.InvariantCulture));
        return new PagePicture(width, height, ppm[^(width * height * 3)..]);
    }

    public (int Red, int Green, int Blue) At(int x, int y)
    {
        var at = (y * Width + x) * 3;
        return (Pixels[at], Pixels[at + 1], Pixels[at + 2]);
    }

    /// <summary>How many pixels look like that, each colour within a tolerance for the drawing's own smoothing.</summary>
    public int Count(int red, int green, int blue, int tolerance = 12) => Points().Count(point => IsNear(point, red, green, blue, tolerance));

    /// <summary>The smallest rectangle around all pixels of that colour; null when there are none.</summary>
    public (int Left, int Top, int Right, int Bottom)? BoundsOf(int red, int green, int blue, int tolerance = 12)
    {
        var found = Points().Where(point => IsNear(point, red, green, blue, tolerance)).ToList();
        return found.Count == 0
            ? null
            : (found.Min(point => point.X), found.Min(point => point.Y), found.Max(point => point.X), found.Max(point => point.Y));
    }

    /// <summary>Anything but white right or left of the margins.</summary>
    public bool HasInkOutside(int left, int right) =>
        Enumerable.Range(0, Height).Any(y => HasInk(y, 0, left) || HasInk(y, right + 1, Width));

    private bool HasInk(int y, int from, int to) =>
        Pixels.AsSpan((y * Width + from) * 3, (to - from) * 3).ContainsAnyInRange((byte)0, (byte)247);

    private bool IsNear((int X, int Y) point, int red, int green, int blue, int tolerance)
    {
        var (r, g, b) = At(point.X, point.Y);
        return Math.Abs(r - red) <= tolerance && Math.Abs(g - green) <= tolerance && Math.Abs(b - blue) <= tolerance;
    }

    private IEnumerable<(int X, int Y)> Points() =>
        from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select (x, y);
}
