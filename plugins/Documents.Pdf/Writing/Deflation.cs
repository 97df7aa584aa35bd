using System.IO.Compression;

namespace BillingHeadless.Plugins.Documents.Pdf.Writing;

/// <summary>The compression of every stream in the file.</summary>
internal static class Deflation
{
    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        var deflated = new MemoryStream();
        using (var deflating = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflating.Write(bytes);
        }

        return deflated.ToArray();
    }
}
