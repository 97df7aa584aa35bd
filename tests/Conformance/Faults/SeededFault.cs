using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>A small change to a gateway that makes it wrong.</summary>
/// <param name="Gateway">The gateway.</param>
/// <param name="Title">What goes wrong, in one sentence.</param>
/// <param name="Changes">What is written instead of what.</param>
public sealed record SeededFault(ShippedGateway Gateway, string Title, IReadOnlyList<SourceChange> Changes)
{
    public static IReadOnlyList<SeededFault> All { get; } =
    [
        .. from gateway in ShippedGateway.All
           from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Faults", "Seeded"), $"{gateway.Id}-*.faults").Order(StringComparer.Ordinal)
           from fault in FaultFile.Read(gateway, File.ReadAllLines(file))
           select fault,
    ];

    /// <summary>How many lines it takes away or adds, whichever is more.</summary>
    public int Lines => Changes.Sum(change => Math.Max(change.Old.Count, change.New.Count));

    /// <summary>The gateway's source, by file name, with the fault in it.</summary>
    public Dictionary<string, string> SeedInto(IReadOnlyDictionary<string, string> source)
    {
        var seeded = source.ToDictionary();
        foreach (var change in Changes)
        {
            seeded[change.File] = change.ApplyTo(seeded[change.File]);
        }

        return seeded;
    }

    public override string ToString() => $"{Gateway.Name}: {Title}";
}

/// <summary>Some lines of one file and what is written in their place. White space at the ends of lines does not count.</summary>
public sealed record SourceChange(string File, IReadOnlyList<string> Old, IReadOnlyList<string> New)
{
    /// <exception cref="InvalidOperationException">The lines are not there exactly once.</exception>
    public string ApplyTo(string text)
    {
        var lines = text.Split('\n').ToList();
        var places = Enumerable.Range(0, lines.Count - Old.Count + 1)
            .Where(at => Old.Index().All(old => lines[at + old.Index].Trim() == old.Item))
            .ToList();
        if (places is not [var place])
        {
            throw new InvalidOperationException($"{File} has these lines {places.Count} times: {string.Join(" / ", Old)}");
        }

        lines.RemoveRange(place, Old.Count);
        lines.InsertRange(place, New);
        return string.Join('\n', lines);
    }
}
