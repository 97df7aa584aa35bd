using System.Buffers.Binary;

namespace BillingHeadless.Plugins.Documents.Pdf.Images;

internal enum PngColours : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>One of the seven grids of an interlaced PNG; a plain one is a single grid of all pixels.</summary>
internal readonly record struct PngGrid(int Left, int Top, int StepX, int StepY)
{
    public int Columns(PngHeader header) => Count(header.Width, Left, StepX);

    public int Rows(PngHeader header) => Count(header.Height, Top, StepY);

    private static int Count(int side, int start, int step) => side > start ? (side - start + step - 1) / step : 0;
}

internal sealed record PngHeader(int Width, int Height, int BitDepth, PngColours Colours, bool Interlaced)
{
    private static readonly PngGrid[] Plain = [new(0, 0, 1, 1)];

    private static readonly PngGrid[] Adam7 =
        [new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    public IReadOnlyList<PngGrid> Grids => Interlaced ? Adam7 : Plain;

    public int Channels => Colours switch
    {
        PngColours.Rgb => 3,
        PngColours.GreyAlpha => 2,
        PngColours.RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>Distance to the pixel on the left, in bytes, for the filters.</summary>
    public int PixelStride => Math.Max(1, Channels * BitDepth / 8);

    /// <summary>Bytes of all rows with their filter bytes.</summary>
    public int PackedBytes => Grids.Sum(grid => grid.Columns(this) == 0 ? 0 : grid.Rows(this) * (1 + RowBytes(grid.Columns(this))));

    public int RowBytes(int pixels) => (pixels * Channels * BitDepth + 7) / 8;

    /// <exception cref="InvalidDataException">The header is missing, impossible or over the limits.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != 13)
        {
            throw new InvalidDataException("The PNG has no header.");
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(chunk);
        var height = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
        if (width > int.MaxValue || height > int.MaxValue)
        {
            throw new InvalidDataException("The PNG's size is impossible.");
        }

        PictureReader.RequireSaneSize((int)width, (int)height);
        var header = new PngHeader((int)width, (int)height, chunk[8], (PngColours)chunk[9], chunk[12] == 1);
        return header.IsPossible && chunk[12] <= 1
            ? header
            : throw new InvalidDataException("The PNG's colour type or depth is impossible.");
    }

    private bool IsPossible => Colours switch
    {
        PngColours.Grey => BitDepth is 1 or 2 or 4 or 8 or 16,
        PngColours.Palette => BitDepth is 1 or 2 or 4 or 8,
        PngColours.Rgb or PngColours.GreyAlpha or PngColours.RgbAlpha => BitDepth is 8 or 16,
        _ => false,
    };
}
