namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>Undoes the five row filters of PNG.</summary>
internal static class PngFilter
{
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public static void Undo(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int stride)
    {
        if (filter > 4)
        {
            throw new InvalidDataException("The PNG names a filter that does not exist.");
        }

        if (filter == 0)
        {
            return;
        }

        for (var i = 0; i < line.Length; i++)
        {
            int left = i >= stride ? line[i - stride] : 0;
            int aboveLeft = i >= stride ? above[i - stride] : 0;
            var predicted = filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => Nearest(left, above[i], aboveLeft),
            };
            line[i] = unchecked((byte)(line[i] + predicted));
        }
    }

    /// <summary>The Paeth predictor.</summary>
    private static int Nearest(int left, int above, int aboveLeft)
    {
        var toLeft = Math.Abs(above - aboveLeft);
        var toAbove = Math.Abs(left - aboveLeft);
        var toAboveLeft = Math.Abs(left + above - 2 * aboveLeft);
        if (toLeft <= toAbove && toLeft <= toAboveLeft)
        {
            return left;
        }

        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
