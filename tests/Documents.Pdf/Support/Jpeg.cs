namespace BillingHeadless.Tests.Documents.Pdf.Support;

/// <summary>The smallest JPEG: one block of eight by eight pixels, all of the middle grey.</summary>
internal static class Jpeg
{
    public static readonly byte[] GreyField = Write();

    private static byte[] Write()
    {
        byte[] quantisation = [0, .. Enumerable.Repeat((byte)1, 64)];
        // One code of one bit in each table: no difference from the middle grey, and the end of the block.
        byte[] differenceCodes = [0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] blockCodes = [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xDB, quantisation),
            .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
            .. Segment(0xC4, differenceCodes),
            .. Segment(0xC4, blockCodes),
            .. Segment(0xDA, [1, 1, 0x00, 0, 63, 0]),
            0b0011_1111,
            0xFF, 0xD9,
        ];
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 255), .. body];
}
