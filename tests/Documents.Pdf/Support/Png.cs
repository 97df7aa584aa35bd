using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>Writes small PNG files of every kind.</summary>
internal static class Png
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Eight-bit RGB with opacity, from a function of the place.</summary>
    public static byte[] Painted(int width, int height, Func<int, int, (int Red, int Green, int Blue, int Opacity)> paint)
    {
        var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
            {
                var (red, green, blue, opacity) = paint(x, y);
                rows.Write([(byte)red, (byte)green, (byte)blue, (byte)opacity]);
            }
        }

        return File(width, height, depth: 8, colourType: 6, rows.ToArray());
    }

    /// <param name="rows">Each with its filter byte first, as the format has them.</param>
    public static byte[] File(
        int width,
        int height,
        int depth,
        int colourType,
        byte[] rows,
        byte[]? palette = null,
        byte[]? transparency = null,
        bool interlaced = false)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colourType, (byte)(interlaced ? 1 : 0));
        var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR", header);
        if (palette is not null)
        {
            WriteChunk(file, "PLTE", palette);
        }

        if (transparency is not null)
        {
            WriteChunk(file, "tRNS", transparency);
        }

        WriteChunk(file, "IDAT", Deflate(rows));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    public static string Address(byte[] png) => $"data:image/png;base64,{Convert.ToBase64String(png)}";

    private static byte[] Deflate(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var deflating = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflating.Write(bytes);
        }

        return deflated.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, byte[] body)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. body];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(content));
        file.Write(number);
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320;
            }
        }

        return ~crc;
    }
}
