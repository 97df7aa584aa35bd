namespace BillingHeadless.Templating.Functions;

/// <summary>How large a regular expression is once its repetitions are written out.</summary>
internal static class PatternWeight
{
    private const long Largest = int.MaxValue;

    /// <summary>Counts the characters, each group as often as the numbers in braces behind it repeat it.</summary>
    public static long Of(string pattern)
    {
        var groups = new Stack<long>();
        long weight = 0;
        long last = 0;
        for (var index = 0; index < pattern.Length; index++)
        {
            var current = pattern[index];
            if (current == '(')
            {
                groups.Push(weight);
                weight = 0;
                last = 1;
                continue;
            }

            if (current == ')' && groups.TryPop(out var outer)) (last, weight) = (weight + 1, outer + weight + 1);
            else if (current == '{' && TryReadCount(pattern, ref index, out var count)) weight = Math.Min(Largest, weight + (last * count));
            else (last, weight) = (1, weight + 1);
            if (current == '\\') index++;
        }

        while (groups.TryPop(out var unclosed)) weight += unclosed;
        return weight;
    }

    private static bool TryReadCount(string pattern, ref int index, out long count)
    {
        count = 0;
        var end = pattern.IndexOf('}', index);
        if (end < 0) return false;
        var numbers = pattern[(index + 1)..end].Split(',');
        if (numbers.Length > 2 || !int.TryParse(numbers[0], out var least)) return false;
        count = numbers.Length == 2 && int.TryParse(numbers[1], out var most) ? Math.Max(least, most) : least;
        index = end;
        return true;
    }
}
