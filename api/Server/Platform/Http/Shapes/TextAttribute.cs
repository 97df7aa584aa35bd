using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>Text of a bounded length that may have several lines.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextAttribute(int maximumLength) : StringLengthAttribute(maximumLength)
{
    public override bool IsValid(object? value) => Given.Value(value) is not string text || text.Length <= MaximumLength;

    public override string FormatErrorMessage(string name) => $"Must have {MaximumLength} characters at most.";
}
