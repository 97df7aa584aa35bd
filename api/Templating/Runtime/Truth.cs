namespace BillingHeadless.Templating.Runtime;

/// <summary>What counts as true, and as empty.</summary>
internal static class Truth
{
    /// <summary>Everything but null and false is true.</summary>
    public static bool Of(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        TemplateObject members => !ReferenceEquals(members, TemplateObject.Empty),
        _ => true,
    };

    /// <summary>Whether a value is empty; null of null.</summary>
    public static bool? IsEmpty(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0,
        SafeText safe => safe.Text.Length == 0,
        IReadOnlyList<object?> list => list.Count == 0,
        TemplateObject or IReadOnlyDictionary<string, object?> => Members.Count(value) == 0,
        _ => false,
    };
}
