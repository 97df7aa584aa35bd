namespace BillingHeadless.Domain.Kernel;

/// <summary>The written form of an id: a prefix, then 48 bits of time and 80 bits of chance in Crockford's base 32.</summary>
public static class IdText
{
    public const int TimeCharacters = 10;
    public const int ChanceBytes = 10;
    public const int Length = TimeCharacters + 16;
    private const int BitsPerCharacter = 5;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Compose(string prefix, DateTimeOffset now, ReadOnlySpan<byte> chance)
    {
        Span<char> text = stackalloc char[Length];
        var time = now.ToUnixTimeMilliseconds();
        for (var i = TimeCharacters - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(time & 31)];
            time >>= BitsPerCharacter;
        }

        Encode(chance[..ChanceBytes], text[TimeCharacters..]);
        return string.Concat(prefix, "_", text);
    }

    /// <summary>Base 32 of whole groups of five bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length * 8 / BitsPerCharacter];
        Encode(bytes, text);
        return new string(text);
    }

    public static bool IsWellFormed(string? text, string prefix) =>
        text is not null
        && text.Length == prefix.Length + 1 + Length
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && text[prefix.Length] == '_'
        && text.AsSpan(prefix.Length + 1).IndexOfAnyExcept(Alphabet) < 0;

    private static void Encode(ReadOnlySpan<byte> bytes, Span<char> text)
    {
        var (bits, buffered, next) = (0u, 0, 0);
        foreach (var value in bytes)
        {
            bits = ((bits << 8) | value) & 0xFFFF;
            buffered += 8;
            while (buffered >= BitsPerCharacter)
            {
                buffered -= BitsPerCharacter;
                text[next++] = Alphabet[(int)((bits >> buffered) & 31)];
            }
        }
    }
}
