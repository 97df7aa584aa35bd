using System.Buffers.Binary;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Documents;

/// <summary>A picture in its own address: <c>data:image/png</c> or <c>data:image/jpeg</c>, in base 64, whose bytes are such a picture.</summary>
public sealed record ImageAddress
{
    public const int MaxSide = 4_000;
    private const string Png = "data:image/png;base64,";
    private const string Jpeg = "data:image/jpeg;base64,";
    private const int PngHeaderLength = 24;
    private const int PngWidthAt = 16;
    private const int PngHeightAt = 20;

    private ImageAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>Reads an address. Its problems are <see cref="ImageAddressProblem"/>.</summary>
    public static Parsed<ImageAddress> Parse(string text)
    {
        var isPng = text.StartsWith(Png, StringComparison.Ordinal);
        if (!isPng && !text.StartsWith(Jpeg, StringComparison.Ordinal))
        {
            return Parsed<ImageAddress>.Refused(ImageAddressProblem.Kind);
        }

        var encoded = text[(isPng ? Png : Jpeg).Length..];
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && (isPng ? IsPng(bytes.AsSpan(0, length)) : IsJpeg(bytes.AsSpan(0, length)))
            ? Parsed<ImageAddress>.Accepted(new ImageAddress(text))
            : Parsed<ImageAddress>.Refused(ImageAddressProblem.Content);
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length > PngHeaderLength
        && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        && IsSide(BinaryPrimitives.ReadUInt32BigEndian(bytes[PngWidthAt..]))
        && IsSide(BinaryPrimitives.ReadUInt32BigEndian(bytes[PngHeightAt..]));

    private static bool IsSide(uint pixels) => pixels is > 0 and <= MaxSide;

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]);
}

/// <summary>What can be wrong with a picture: permanent codes.</summary>
public static class ImageAddressProblem
{
    /// <summary>Not <c>data:image/png;base64,</c> or <c>data:image/jpeg;base64,</c>.</summary>
    public const string Kind = "kind";

    /// <summary>The bytes are not a picture of that kind, or it is too large.</summary>
    public const string Content = "content";
}
