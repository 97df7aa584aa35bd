namespace BillingHeadless.Plugins.Documents.Pdf.Images;

internal enum PictureColours
{
    Grey = 1,
    Rgb = 3,
    Cmyk = 4,
}

internal enum PictureCoding
{
    Deflated,
    Jpeg,
}

/// <summary>An image as the PDF stores it.</summary>
/// <param name="Samples">Eight bits per colour, coded.</param>
/// <param name="Opacity">Deflated, eight bits per pixel; null when every pixel is opaque.</param>
/// <param name="Inverted">True for the CMYK JPEGs that Adobe's programs write.</param>
internal sealed record Picture(
    int Width,
    int Height,
    PictureColours Colours,
    PictureCoding Coding,
    byte[] Samples,
    byte[]? Opacity = null,
    bool Inverted = false)
{
    public int StoredBytes => Samples.Length + (Opacity?.Length ?? 0);
}
