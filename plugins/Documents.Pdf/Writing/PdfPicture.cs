using BillingHeadless.Plugins.Documents.Pdf.Images;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>Writes an image, with its opacity as a soft mask.</summary>
internal static class PdfPicture
{
    public static int Write(PdfFile file, Picture picture)
    {
        var entries = Entries(picture, SpaceOf(picture.Colours), picture.Coding);
        if (picture.Opacity is not null)
        {
            entries += $" /SMask {file.AddStream(Entries(picture, "/DeviceGray", PictureCoding.Deflated), picture.Opacity)} 0 R";
        }

        if (picture.Inverted)
        {
            entries += " /Decode [1 0 1 0 1 0 1 0]";
        }

        return file.AddStream(entries, picture.Samples);
    }

    private static string Entries(Picture picture, string space, PictureCoding coding) =>
        $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /ColorSpace {space} "
        + $"/BitsPerComponent 8 /Filter {(coding == PictureCoding.Jpeg ? "/DCTDecode" : "/FlateDecode")}";

    private static string SpaceOf(PictureColours colours) => colours switch
    {
        PictureColours.Grey => "/DeviceGray",
        PictureColours.Cmyk => "/DeviceCMYK",
        _ => "/DeviceRGB",
    };
}
