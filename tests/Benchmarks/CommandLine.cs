namespace BillingHeadless.Tests.Benchmarks;

/// <summary>A command's name and pairs of an option and its value.</summary>
public static class CommandLine
{
    /// <summary>The options of a command line, or null when it cannot be understood.</summary>
    /// <param name="args">All of it.</param>
    /// <param name="command">What it must begin with.</param>
    /// <param name="options">Where nothing is said.</param>
    /// <param name="with">The options with one more of them given; null when there is no such one.</param>
    public static T? Read<T>(string[] args, string command, T options, Func<T, string, string, T?> with)
        where T : class
    {
        if (args is not [var first, .. var rest] || first != command || rest.Length % 2 != 0)
        {
            return null;
        }

        T? read = options;
        foreach (var pair in rest.Chunk(2))
        {
            read = read is null ? null : with(read, pair[0], pair[1]);
        }

        return read;
    }

    /// <summary>Numbers from 1 to the most, with commas between them.</summary>
    public static List<int>? Numbers(string text, int most)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, out var number) || number < 1 || number > most)
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
