using System.Diagnostics.CodeAnalysis;

namespace BillingHeadless.Domain.Kernel;

/// <summary>
/// What came of reading a text that a person typed: the value, or the permanent code of what is wrong with the text. The code
/// is what <see cref="Refusal.At"/> takes: the reader does not know in which field of which request the text stood.
/// </summary>
public readonly record struct Parsed<T>
    where T : class
{
    private Parsed(T? value, string? problem)
    {
        Value = value;
        Problem = problem;
    }

    /// <summary>The value in its normal form; null when the text is refused.</summary>
    public T? Value { get; }

    /// <summary>A permanent snake_case code; null when the text is accepted.</summary>
    public string? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsAccepted => Value is not null;

    public static Parsed<T> Accepted(T value) => new(value, problem: null);

    public static Parsed<T> Refused(string problem) => new(value: null, problem);
}
