using System.Buffers;

namespace BillingHeadless.Templating.Runtime;

/// <summary>A growing text of bounded length in a rented array.</summary>
internal sealed class TextBuffer(int limit) : IDisposable
{
    private const int FirstCapacity = 8 * 1024;

    private char[] _characters = ArrayPool<char>.Shared.Rent(Math.Max(1, Math.Min(FirstCapacity, limit)));

    public int Length { get; private set; }

    /// <summary>The text from a place on.</summary>
    public string From(int start) => new(_characters, start, Length - start);

    public ReadOnlySpan<char> Span(int start) => _characters.AsSpan(start, Length - start);

    /// <summary>Forgets what stands behind a place.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Appends, or answers false if the limit is passed.</summary>
    public bool TryAppend(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length && !TryGrow(text.Length)) return false;
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
        return true;
    }

    public bool TryAppendFormatted<T>(T value) where T : ISpanFormattable
    {
        int written;
        while (!value.TryFormat(_characters.AsSpan(Length), out written, default, System.Globalization.CultureInfo.InvariantCulture))
        {
            if (!TryGrow(1)) return false;
        }

        if (Length + written > limit) return false;
        Length += written;
        return true;
    }

    public void Dispose()
    {
        var rented = _characters;
        _characters = [];
        Length = 0;
        if (rented.Length > 0) ArrayPool<char>.Shared.Return(rented);
    }

    private bool TryGrow(int more)
    {
        if ((long)Length + more > limit) return false;
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(limit, Math.Max((long)Length + more, _characters.Length * 2L)));
        _characters.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
        return true;
    }
}
