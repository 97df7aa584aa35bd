using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A calendar month of this millennium, such as <c>2026-04</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MonthCodeAttribute() : RegularExpressionAttribute("^2[0-9]{3}-(0[1-9]|1[0-2])$")
{
    public override string FormatErrorMessage(string name) => "Must be a year and a month, such as 2026-04.";
}
