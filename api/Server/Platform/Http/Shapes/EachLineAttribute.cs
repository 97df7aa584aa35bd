using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A list whose entries are lines, each as <see cref="LineAttribute"/> wants it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EachLineAttribute(int maximumLength) : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        Given.Value(value) is not IEnumerable<string> lines || lines.All(line => line is not null && LineAttribute.Is(line, maximumLength));

    public override string FormatErrorMessage(string name) => $"Each entry must be one line of 1 to {maximumLength} characters.";
}
