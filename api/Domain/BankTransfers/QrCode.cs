using System.Text;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>
/// A QR code (ISO/IEC 18004) of bytes with error correction of level M: about a seventh of it may be spoilt. Modules are counted from the
/// upper left corner.
/// </summary>
public sealed class QrCode
{
    /// <summary>The largest version that is made: what does not fit into it does not fit on paper either.</summary>
    public const int LargestVersion = 20;

    private const int Masks = 8;

    private readonly bool[,] dark;

    private QrCode(bool[,] dark) => this.dark = dark;

    /// <summary>Modules in a row and in a column, the quiet zone not counted.</summary>
    public int Size => dark.GetLength(0);

    /// <summary>Whether a module is dark.</summary>
    public bool this[int x, int y] => dark[y, x];

    /// <summary>Whether a text is short enough to be drawn.</summary>
    public static bool Fits(string text) => Encoding.UTF8.GetByteCount(text) <= QrData.Capacity(LargestVersion);

    /// <exception cref="ArgumentException">The bytes do not fit into the largest version.</exception>
    public static QrCode Of(ReadOnlySpan<byte> bytes, int smallestVersion = 1)
    {
        var version = smallestVersion;
        while (QrData.Capacity(version) < bytes.Length)
        {
            version++;
            if (version > LargestVersion)
            {
                throw new ArgumentException($"{bytes.Length} bytes do not fit into a QR code of version {LargestVersion}.", nameof(bytes));
            }
        }

        var codewords = QrData.Codewords(bytes, version);
        return Enumerable.Range(0, Masks)
            .Select(mask => new QrCode(QrMatrix.Draw(version, codewords, mask)))
            .MinBy(code => QrMatrix.Penalty(code.dark))!;
    }
}
