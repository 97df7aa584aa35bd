namespace BillingHeadless.Templating;

/// <summary>How values become output.</summary>
public enum Escape
{
    /// <summary>Values are written as they are.</summary>
    None,

    /// <summary>Values are escaped for HTML text and quoted attributes, unless they are safe.</summary>
    Html,
}

/// <summary>What the host decides about a template. The defaults are the plain language.</summary>
public sealed record TemplateOptions
{
    /// <summary>The plain language, without includes.</summary>
    public static TemplateOptions Default { get; } = new();

    /// <summary>How values become output.</summary>
    public Escape Escape { get; init; }

    /// <summary>The name that messages show.</summary>
    public string Name { get; init; } = "<input>";

    /// <summary>What a template may use up.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Finds the text of an included template by name; null where there is none. Without it a template cannot include.</summary>
    public Func<string, string?>? Include { get; init; }

    /// <summary>The clock behind <c>date.now</c>; without it <c>date.now</c> is an error.</summary>
    public Func<DateTimeOffset>? Now { get; init; }
}
