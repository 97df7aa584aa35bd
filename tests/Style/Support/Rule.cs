namespace BillingHeadless.Tests.Style.Support;

/// <summary>A rule of the repository, with a sentence for whoever breaks it.</summary>
internal static class Rule
{
    /// <summary>Fails with every place that breaks the rule.</summary>
    /// <param name="mend">What to do about it.</param>
    /// <param name="broken">The places.</param>
    public static void Holds(string mend, IEnumerable<string> broken)
    {
        var places = broken.Order(StringComparer.Ordinal).ToList();
        Assert.True(places.Count == 0, $"{mend}\n{places.Count} to mend:\n{string.Join('\n', places)}");
    }

    /// <summary>The rule holds but for a named list, and the list names nothing that keeps the rule: it can only shrink.</summary>
    public static void HoldsBut(IReadOnlyCollection<string> exceptions, string mend, IEnumerable<string> broken)
    {
        var places = broken.ToHashSet();
        Holds(mend, places.Except(exceptions));
        Holds("These keep the rule: strike them off its list of exceptions.", exceptions.Except(places));
    }
}
