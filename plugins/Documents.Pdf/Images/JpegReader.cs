using System.Buffers.Binary;

namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>Reads size and colours of a JPEG; its data go into the PDF as they are.</summary>
internal static class JpegReader
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte AdobeSegment = 0xEE;
    private const byte Baseline = 0xC0;
    private const byte Progressive = 0xC2;

    /// <exception cref="InvalidDataException">It is no JPEG, damaged, of a rare kind, or too large.</exception>
    public static Picture Read(byte[] file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != StartOfImage)
        {
            throw new InvalidDataException("The image is not a JPEG.");
        }

        if (file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) < 0)
        {
            throw new InvalidDataException("The JPEG ends too early.");
        }

        return ReadFrame(file);
    }

    private static Picture ReadFrame(byte[] file)
    {
        Picture? frame = null;
        var fromAdobe = false;
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF)
            {
                break;
            }

            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (length < 2 || length > file.Length - at - 2)
            {
                break;
            }

            var body = file.AsSpan(at + 4, length - 2);
            if (marker == StartOfScan && frame is not null)
            {
                return frame with { Inverted = fromAdobe && frame.Colours == PictureColours.Cmyk };
            }

            fromAdobe |= marker == AdobeSegment && body.StartsWith("Adobe"u8);
            if (IsFrame(marker))
            {
                frame = FrameOf(marker, body, file);
            }

            at += 2 + length;
        }

        throw new InvalidDataException("The JPEG is damaged.");
    }

    /// <summary>Markers C0 to CF but for the tables DHT (C4) and DAC (CC) and the reserved JPG (C8).</summary>
    private static bool IsFrame(byte marker) => marker is >= Baseline and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static Picture FrameOf(byte marker, ReadOnlySpan<byte> body, byte[] file)
    {
        if (marker is < Baseline or > Progressive || body.Length < 6 || body[0] != 8)
        {
            throw new InvalidDataException("The JPEG is of a rare kind: save it as baseline or progressive with eight bits.");
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        PictureReader.RequireSaneSize(width, height);
        var colours = (PictureColours)body[5];
        return Enum.IsDefined(colours)
            ? new Picture(width, height, colours, PictureCoding.Jpeg, file)
            : throw new InvalidDataException("The JPEG has neither one, three nor four colours.");
    }
}
