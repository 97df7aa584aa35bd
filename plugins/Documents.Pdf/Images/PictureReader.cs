namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>Reads the <c>data:</c> addresses of images.</summary>
internal sealed class PictureReader(PictureCache cache)
{
    private const string PngPrefix = "data:image/png;base64,";
    private const string JpegPrefix = "data:image/jpeg;base64,";

    /// <exception cref="InvalidDataException">It is not an image that can be drawn; the message says why.</exception>
    public Picture Read(string address)
    {
        if (address.StartsWith(PngPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return cache.Get(Decode(address.AsSpan(PngPrefix.Length)), PngReader.Read);
        }

        if (address.StartsWith(JpegPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return cache.Get(Decode(address.AsSpan(JpegPrefix.Length)), JpegReader.Read);
        }

        throw new InvalidDataException($"An image must stand in the document itself: src=\"{PngPrefix}…\" or \"{JpegPrefix}…\".");
    }

    /// <exception cref="InvalidDataException">The sides or the area are out of bounds.</exception>
    public static void RequireSaneSize(int width, int height)
    {
        if (width is < 1 or > Limits.ImageSide || height is < 1 or > Limits.ImageSide || width > Limits.ImagePixels / height)
        {
            throw new InvalidDataException(
                $"The image has {width} x {height} pixels; at most {Limits.ImageSide} on a side and {Limits.ImagePixels} in all fit.");
        }
    }

    private static byte[] Decode(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[Math.Min(base64.Length, Limits.ImageBytes + 1)];
        if (base64.Length / 4 * 3 > Limits.ImageBytes)
        {
            throw new InvalidDataException($"The image has more than {Limits.ImageBytes} bytes.");
        }

        return Convert.TryFromBase64Chars(base64, bytes, out var written)
            ? bytes[..written]
            : throw new InvalidDataException("The image's base64 text is damaged.");
    }
}
