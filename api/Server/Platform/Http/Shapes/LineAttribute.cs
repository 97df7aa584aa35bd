using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>One line that says something: no line break or other control character, and not only spaces.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LineAttribute : StringLengthAttribute
{
    public LineAttribute(int maximumLength)
        : base(maximumLength) => MinimumLength = 1;

    public static bool Is(string text, int maximumLength) =>
        text.Length <= maximumLength && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);

    public override bool IsValid(object? value) => Given.Value(value) is not string text || Is(text, MaximumLength);

    public override string FormatErrorMessage(string name) => $"Must be one line of 1 to {MaximumLength} characters.";
}
