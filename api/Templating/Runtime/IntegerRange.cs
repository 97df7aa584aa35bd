using System.Collections;

namespace BillingHeadless.Templating.Runtime;

/// <summary>The integers from one to another, upwards or downwards, without holding them.</summary>
internal sealed class IntegerRange : IReadOnlyList<object?>
{
    private readonly long _first;
    private readonly int _step;

    private IntegerRange(long first, int step, int count)
    {
        _first = first;
        _step = step;
        Count = count;
    }

    public int Count { get; }

    public object? this[int index] => Integers.Smallest(_first + ((long)index * _step));

    /// <summary>The range, or null if it has more elements than can be counted.</summary>
    public static IntegerRange? Create(long first, long last, bool withLast)
    {
        var step = first <= last ? 1 : -1;
        var distance = Distance(first, last);
        var count = withLast ? distance + 1 : distance;
        return count > int.MaxValue ? null : new IntegerRange(first, step, (int)count);
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Int128 Distance(long first, long last) => Int128.Abs((Int128)last - first);
}
