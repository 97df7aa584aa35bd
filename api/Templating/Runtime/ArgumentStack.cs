namespace BillingHeadless.Templating.Runtime;

/// <summary>The arguments of the calls that are being made, so that a call needs no array of its own.</summary>
internal sealed class ArgumentStack
{
    private object?[] _values = new object?[16];

    public int Count { get; private set; }

    public void Push(object? value)
    {
        if (Count == _values.Length) Array.Resize(ref _values, Count * 2);
        _values[Count++] = value;
    }

    /// <summary>The values from a place on. The span stays true while further values are pushed behind it.</summary>
    public ReadOnlySpan<object?> From(int start) => _values.AsSpan(start, Count - start);

    public void Truncate(int count) => Count = count;
}
