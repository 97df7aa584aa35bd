using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A field of a PATCH that can be changed but not cleared.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotClearedAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not IPatch { IsGiven: true, Value: null };

    public override string FormatErrorMessage(string name) => "Cannot be null.";
}
