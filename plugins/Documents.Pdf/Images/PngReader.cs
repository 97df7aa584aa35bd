using System.Buffers.Binary;
using System.IO.Compression;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>Reads PNG files of every colour type and depth; sixteen bits are cut to eight.</summary>
internal static class PngReader
{
    private const int ChunkOverhead = 12;
    private const uint HeaderChunk = 0x49484452;
    private const uint PaletteChunk = 0x504C5445;
    private const uint TransparencyChunk = 0x74524E53;
    private const uint DataChunk = 0x49444154;
    private const uint EndChunk = 0x49454E44;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="InvalidDataException">It is no PNG, damaged, or too large.</exception>
    public static Picture Read(byte[] file)
    {
        var chunks = ReadChunks(file);
        var header = PngHeader.Read(chunks.Header);
        if (header.Colours == PngColours.Palette && chunks.Palette.Length is 0 or > 768)
        {
            throw new InvalidDataException("The PNG has no usable palette.");
        }

        var raster = new PngRaster(header, chunks.Palette, chunks.Transparency);
        raster.Fill(Inflate(chunks.Data, header));
        return new Picture(
            header.Width,
            header.Height,
            raster.Colours == 1 ? PictureColours.Grey : PictureColours.Rgb,
            PictureCoding.Deflated,
            Deflation.Deflate(raster.Samples),
            raster.Opacity.AsSpan().ContainsAnyExcept(byte.MaxValue) ? Deflation.Deflate(raster.Opacity) : null);
    }

    private static Chunks ReadChunks(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new InvalidDataException("The image is not a PNG.");
        }

        var chunks = new Chunks();
        for (var at = Signature.Length; at + ChunkOverhead <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - ChunkOverhead)
            {
                break;
            }

            var type = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 4));
            if (type == EndChunk)
            {
                return chunks;
            }

            chunks.Add(type, file.AsSpan(at + 8, (int)length));
            at += (int)length + ChunkOverhead;
        }

        throw new InvalidDataException("The PNG ends too early.");
    }

    /// <summary>The rows with their filter bytes, exactly as many as the header says.</summary>
    private static byte[] Inflate(MemoryStream data, PngHeader header)
    {
        data.Position = 0;
        var rows = new byte[header.PackedBytes];
        using var inflating = new ZLibStream(data, CompressionMode.Decompress);
        return inflating.ReadAtLeast(rows, rows.Length, throwOnEndOfStream: false) == rows.Length
            ? rows
            : throw new InvalidDataException("The PNG has too few pixels.");
    }

    private sealed class Chunks
    {
        public byte[] Header { get; private set; } = [];

        public byte[] Palette { get; private set; } = [];

        public byte[] Transparency { get; private set; } = [];

        public MemoryStream Data { get; } = new();

        public void Add(uint type, ReadOnlySpan<byte> body)
        {
            switch (type)
            {
                case HeaderChunk:
                    Header = body.ToArray();
                    break;
                case PaletteChunk:
                    Palette = body.ToArray();
                    break;
                case TransparencyChunk:
                    Transparency = body.ToArray();
                    break;
                case DataChunk:
                    Data.Write(body);
                    break;
            }
        }
    }
}
