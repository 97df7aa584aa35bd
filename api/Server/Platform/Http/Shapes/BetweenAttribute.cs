using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A whole number between two bounds, both included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BetweenAttribute(int minimum, int maximum) : RangeAttribute(minimum, maximum)
{
    public override bool IsValid(object? value) => base.IsValid(Given.Value(value));

    public override string FormatErrorMessage(string name) => $"Must be a whole number from {Minimum} to {Maximum}.";
}
