namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>A property and its value, with the place where it stands in the text they were read from.</summary>
internal readonly record struct Declaration(string Name, string Value, int Start);

/// <summary>Declarations for elements of a name, a class, or both.</summary>
internal sealed record StyleRule(string? Element, string? Class, IReadOnlyList<Declaration> Declarations)
{
    /// <summary>A class outranks an element's name, as in CSS.</summary>
    public int Rank => (Class is null ? 0 : 2) + (Element is null ? 0 : 1);

    public bool Matches(string element, IReadOnlyCollection<string> classes) =>
        (Element is null || Element == element) && (Class is null || classes.Contains(Class));
}

/// <summary>The rules of a document in the order in which they apply.</summary>
internal sealed class StyleSheet(IEnumerable<StyleRule> rules)
{
    private readonly List<StyleRule> rules = [.. rules.OrderBy(rule => rule.Rank)];

    public IReadOnlyList<StyleRule> Rules => rules;

    public IEnumerable<StyleRule> Matching(string element, IReadOnlyCollection<string> classes) =>
        rules.Where(rule => rule.Matches(element, classes));
}
