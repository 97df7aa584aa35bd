using System.Buffers.Binary;
using System.Text;

namespace BillingHeadless.Plugins.Documents.Pdf.Fonts;

/// <summary>The tables of a TrueType file. Reads outside a table throw <see cref="InvalidDataException"/>, never more.</summary>
internal sealed class FontTables
{
    private const uint TrueTypeOutlines = 0x0001_0000;
    private const int MostTables = 64;

    private readonly byte[] file;
    private readonly Dictionary<string, (int Start, int Length)> tables = [];

    public FontTables(byte[] file)
    {
        this.file = file;
        if (ReadUInt32(file, 0) != TrueTypeOutlines)
        {
            throw new InvalidDataException("Not a TrueType file with outlines of its own.");
        }

        var count = ReadUInt16(file, 4);
        if (count > MostTables)
        {
            throw new InvalidDataException("Too many tables.");
        }

        for (var i = 0; i < count; i++)
        {
            AddTable(12 + i * 16);
        }
    }

    public bool Has(string tag) => tables.ContainsKey(tag);

    public ReadOnlySpan<byte> this[string tag] => tables.TryGetValue(tag, out var table)
        ? file.AsSpan(table.Start, table.Length)
        : throw new InvalidDataException($"The table '{tag}' is missing.");

    public static ushort ReadUInt16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(from, at, 2));

    public static short ReadInt16(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt16BigEndian(Slice(from, at, 2));

    public static uint ReadUInt32(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(from, at, 4));

    /// <summary>An offset or count that must fit the file.</summary>
    public static int ReadOffset(ReadOnlySpan<byte> from, int at)
    {
        var value = ReadUInt32(from, at);
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException("An offset points outside the file.");
    }

    public static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> from, int at, int length) =>
        at >= 0 && length >= 0 && at <= from.Length - length
            ? from.Slice(at, length)
            : throw new InvalidDataException("The font file ends too early.");

    private void AddTable(int at)
    {
        var tag = Encoding.ASCII.GetString(Slice(file, at, 4));
        var start = ReadOffset(file, at + 8);
        var length = ReadOffset(file, at + 12);
        Slice(file, start, length);
        tables[tag] = (start, length);
    }
}
