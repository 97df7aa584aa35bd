namespace BillingHeadless.Templating;

/// <summary>What a template may use up. No template, however hostile, gets past one of these: it ends in an error instead.</summary>
public sealed record Limits
{
    /// <summary>The limits that apply unless the host gives its own.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Characters of a template's source, or of one included template.</summary>
    public int SourceLength { get; init; } = 256 * 1024;

    /// <summary>Templates that one template includes by a written name, directly or through others.</summary>
    public int IncludedTemplates { get; init; } = 64;

    /// <summary>How deep blocks and expressions may be nested in the source.</summary>
    public int SourceDepth { get; init; } = 100;

    /// <summary>How many expressions may lie within one another, also unseen: each <c>+ 1</c> holds what stands before it.</summary>
    public int ExpressionHeight { get; init; } = 400;

    /// <summary>Units of work of one rendering. Everything that takes time is paid for in steps, so this bounds the time.</summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>Characters of the rendered text.</summary>
    public int OutputLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>Characters of any one string value.</summary>
    public int ValueLength { get; init; } = 1024 * 1024;

    /// <summary>Elements of any one array, and members of any one object.</summary>
    public int ListLength { get; init; } = 100_000;

    /// <summary>Everything that one rendering builds, in bytes, whether it is still needed or not.</summary>
    public int Allocation { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep functions, includes and wrapped blocks may call one another.</summary>
    public int CallDepth { get; init; } = 100;

    /// <summary>How deep a value may be nested that is printed or written as JSON.</summary>
    public int ValueDepth { get; init; } = 20;

    /// <summary>Bits of an integer.</summary>
    public int IntegerBits { get; init; } = 4096;

    /// <summary>
    /// Time that all regular expressions of one rendering may take together: a backstop, for the steps that they cost are an estimate.
    /// </summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Characters of a regular expression, counting a repeated part as often as it is repeated.</summary>
    public int PatternLength { get; init; } = 1000;
}
