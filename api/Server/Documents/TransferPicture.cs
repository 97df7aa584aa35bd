using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BillingHeadless.Domain.BankTransfers;

namespace BillingHeadless.Server.Documents;

/// <summary>A transfer's QR code as a picture in a document: a PNG in shades of grey, each module a square of some pixels.</summary>
public static class TransferPicture
{
    private const int PixelsPerModule = 4;
    private const int QuietZone = 4;
    private const byte White = 255;

    /// <summary>An address as templates show it; null without a code.</summary>
    public static string? AddressOf(TransferCode? code)
    {
        if (code is null)
        {
            return null;
        }

        var picture = Png(QrCode.Of(Encoding.UTF8.GetBytes(code.Text), code.SmallestVersion));
        return $"data:image/png;base64,{Convert.ToBase64String(picture)}";
    }

    private static byte[] Png(QrCode code)
    {
        var side = (code.Size + (2 * QuietZone)) * PixelsPerModule;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 8;
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1a, (byte)'\n']);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compressed(Pixels(code, side)));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    // Each line begins with the number of its filter, which is none.
    private static byte[] Pixels(QrCode code, int side)
    {
        var pixels = new byte[(side + 1) * side];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (column, row) = ((x / PixelsPerModule) - QuietZone, (y / PixelsPerModule) - QuietZone);
                var isInside = column >= 0 && row >= 0 && column < code.Size && row < code.Size;
                pixels[(y * (side + 1)) + 1 + x] = isInside && code[column, row] ? (byte)0 : White;
            }
        }

        return pixels;
    }

    private static byte[] Compressed(byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            zlib.Write(pixels);
        }

        return packed.ToArray();
    }

    private static void WriteChunk(Stream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    // CRC-32 as PNG wants it.
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
