namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The contents of a QR code: bytes with their length before them, filled up, and for every block its error correction.</summary>
internal static class QrData
{
    private const int ByteMode = 0b0100;
    private const int FirstVersionWithLongLength = 10;

    // Level M, by version from 1: codewords of error correction in each block, and blocks (ISO/IEC 18004, table 9).
    private static readonly int[] CorrectionPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
    private static readonly int[] Blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

    /// <summary>How many bytes fit.</summary>
    public static int Capacity(int version) => DataCodewords(version) - (version < FirstVersionWithLongLength ? 2 : 3);

    /// <summary>All codewords in the order in which they are drawn.</summary>
    public static byte[] Codewords(ReadOnlySpan<byte> bytes, int version)
    {
        var data = Filled(bytes, version);
        var (blocks, correction) = (Blocks[version - 1], CorrectionPerBlock[version - 1]);
        var generator = ReedSolomon.Generator(correction);
        var parts = new List<(byte[] Data, byte[] Correction)>();
        var longer = data.Length % blocks;
        for (int block = 0, start = 0; block < blocks; block++)
        {
            var length = (data.Length / blocks) + (block >= blocks - longer ? 1 : 0);
            var part = data[start..(start + length)];
            parts.Add((part, ReedSolomon.Remainder(part, generator)));
            start += length;
        }

        var longest = parts.Max(part => part.Data.Length);
        return
        [
            .. Enumerable.Range(0, longest).SelectMany(index => parts.Where(part => index < part.Data.Length).Select(part => part.Data[index])),
            .. Enumerable.Range(0, correction).SelectMany(index => parts.Select(part => part.Correction[index])),
        ];
    }

    private static int DataCodewords(int version) => (QrMatrix.DataModules(version) / 8) - (Blocks[version - 1] * CorrectionPerBlock[version - 1]);

    private static byte[] Filled(ReadOnlySpan<byte> bytes, int version)
    {
        var bits = new List<bool>();
        Append(bits, ByteMode, 4);
        Append(bits, bytes.Length, version < FirstVersionWithLongLength ? 8 : 16);
        foreach (var value in bytes)
        {
            Append(bits, value, 8);
        }

        var whole = DataCodewords(version);
        Append(bits, 0, Math.Min(4, (whole * 8) - bits.Count));
        Append(bits, 0, (8 - (bits.Count % 8)) % 8);
        var data = new byte[whole];
        for (var bit = 0; bit < bits.Count; bit++)
        {
            data[bit / 8] |= (byte)(bits[bit] ? 0x80 >> (bit % 8) : 0);
        }

        for (int index = bits.Count / 8, turn = 0; index < whole; index++, turn++)
        {
            data[index] = (byte)(turn % 2 == 0 ? 0xEC : 0x11);
        }

        return data;
    }

    private static void Append(List<bool> bits, int value, int length)
    {
        for (var bit = length - 1; bit >= 0; bit--)
        {
            bits.Add((value >> bit & 1) == 1);
        }
    }
}

/// <summary>Error correction over the field of 256 elements with the polynomial 0x11D.</summary>
internal static class ReedSolomon
{
    public static byte[] Generator(int degree)
    {
        var result = new byte[degree];
        result[degree - 1] = 1;
        byte root = 1;
        for (var factor = 0; factor < degree; factor++)
        {
            for (var index = 0; index < degree; index++)
            {
                result[index] = (byte)(Multiply(result[index], root) ^ (index + 1 < degree ? result[index + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    public static byte[] Remainder(ReadOnlySpan<byte> data, byte[] generator)
    {
        var result = new byte[generator.Length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ result[0]);
            Array.Copy(result, 1, result, 0, result.Length - 1);
            result[^1] = 0;
            for (var index = 0; index < result.Length; index++)
            {
                result[index] ^= Multiply(generator[index], factor);
            }
        }

        return result;
    }

    private static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= (right >> bit & 1) * left;
        }

        return (byte)product;
    }
}
