using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>The objects of a PDF 1.7 file and the table that finds them.</summary>
internal sealed class PdfFile
{
    private readonly MemoryStream bytes = new();
    private readonly List<long> starts = [0];

    public PdfFile()
    {
        Append("%PDF-1.7\n%");
        bytes.Write([0xE2, 0xE3, 0xCF, 0xD3]);
        Append("\n");
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        starts.Add(0);
        return starts.Count - 1;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    public void Write(int number, string body)
    {
        starts[number] = bytes.Length;
        Append(Format($"{number} 0 obj\n{body}\nendobj\n"));
    }

    /// <summary>Adds a stream that is compressed here.</summary>
    public int AddDeflated(string entries, ReadOnlySpan<byte> plain) =>
        AddStream($"{entries} /Filter /FlateDecode", Deflation.Deflate(plain));

    /// <summary>Adds a stream whose bytes are coded as its entries say.</summary>
    public int AddStream(string entries, ReadOnlySpan<byte> coded)
    {
        var number = Reserve();
        starts[number] = bytes.Length;
        Append(Format($"{number} 0 obj\n<< {entries} /Length {coded.Length} >>\nstream\n"));
        bytes.Write(coded);
        Append("\nendstream\nendobj\n");
        return number;
    }

    public byte[] Finish(int catalog, int information)
    {
        var identity = Convert.ToHexString(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)).AsSpan(0, 16));
        var table = bytes.Length;
        Append(Format($"xref\n0 {starts.Count}\n0000000000 65535 f \n"));
        foreach (var start in starts.Skip(1))
        {
            Append(Format($"{start:0000000000} 00000 n \n"));
        }

        Append(Format($"trailer\n<< /Size {starts.Count} /Root {catalog} 0 R /Info {information} 0 R "));
        Append(Format($"/ID [<{identity}> <{identity}>] >>\n"));
        Append(Format($"startxref\n{table}\n%%EOF\n"));
        return bytes.ToArray();
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Append(string ascii) => bytes.Write(Encoding.ASCII.GetBytes(ascii));
}
