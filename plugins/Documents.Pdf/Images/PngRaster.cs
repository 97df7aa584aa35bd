using System.Buffers.Binary;

namespace BillingHeadless.Plugins.Documents.Pdf.Images;

/// <summary>The pixels of a PNG as plain eight-bit samples, colours and opacity apart.</summary>
internal sealed class PngRaster(PngHeader header, byte[] palette, byte[] transparency)
{
    private readonly int[] pixel = new int[4];

    public int Colours { get; } = header.Colours is PngColours.Grey or PngColours.GreyAlpha ? 1 : 3;

    public byte[] Samples { get; } =
        new byte[header.Width * header.Height * (header.Colours is PngColours.Grey or PngColours.GreyAlpha ? 1 : 3)];

    public byte[] Opacity { get; } = new byte[header.Width * header.Height];

    public void Fill(byte[] packed)
    {
        var at = 0;
        foreach (var grid in header.Grids)
        {
            var columns = grid.Columns(header);
            var rowBytes = header.RowBytes(columns);
            var above = new byte[rowBytes];
            for (var row = 0; columns > 0 && row < grid.Rows(header); row++)
            {
                var line = packed.AsSpan(at + 1, rowBytes);
                PngFilter.Undo(packed[at], line, above, header.PixelStride);
                PlaceRow(line, grid, row, columns);
                line.CopyTo(above);
                at += 1 + rowBytes;
            }
        }
    }

    private void PlaceRow(ReadOnlySpan<byte> line, PngGrid grid, int row, int columns)
    {
        var start = (grid.Top + row * grid.StepY) * header.Width + grid.Left;
        for (var column = 0; column < columns; column++)
        {
            for (var channel = 0; channel < header.Channels; channel++)
            {
                pixel[channel] = Sample(line, column * header.Channels + channel);
            }

            PlacePixel(start + column * grid.StepX);
        }
    }

    private int Sample(ReadOnlySpan<byte> line, int index)
    {
        if (header.BitDepth == 8)
        {
            return line[index];
        }

        if (header.BitDepth == 16)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(line[(index * 2)..]);
        }

        var bit = index * header.BitDepth;
        return line[bit / 8] >> (8 - header.BitDepth - bit % 8) & Largest;
    }

    private int Largest => (1 << header.BitDepth) - 1;

    private void PlacePixel(int at)
    {
        Opacity[at] = PixelOpacity();
        if (header.Colours == PngColours.Palette)
        {
            if (pixel[0] * 3 + 3 > palette.Length)
            {
                throw new InvalidDataException("The PNG names a colour outside its palette.");
            }

            palette.AsSpan(pixel[0] * 3, 3).CopyTo(Samples.AsSpan(at * 3));
            return;
        }

        for (var colour = 0; colour < Colours; colour++)
        {
            Samples[at * Colours + colour] = ToByte(pixel[colour]);
        }
    }

    private byte PixelOpacity() => header.Colours switch
    {
        PngColours.GreyAlpha => ToByte(pixel[1]),
        PngColours.RgbAlpha => ToByte(pixel[3]),
        PngColours.Palette => pixel[0] < transparency.Length ? transparency[pixel[0]] : byte.MaxValue,
        _ => IsTransparentColour() ? (byte)0 : byte.MaxValue,
    };

    private bool IsTransparentColour()
    {
        if (transparency.Length < Colours * 2)
        {
            return false;
        }

        for (var colour = 0; colour < Colours; colour++)
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(colour * 2)) != pixel[colour])
            {
                return false;
            }
        }

        return true;
    }

    private byte ToByte(int sample) => header.BitDepth switch
    {
        8 => (byte)sample,
        16 => (byte)(sample >> 8),
        _ => (byte)(sample * 255 / Largest),
    };
}
