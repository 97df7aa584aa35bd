using System.ComponentModel.DataAnnotations;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>The form of an ISO 4217 code; whether there is such a currency is for the rules to say.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CurrencyCodeAttribute() : RegularExpressionAttribute("^[A-Z]{3}$")
{
    public override string FormatErrorMessage(string name) => "Must be three capital letters.";
}
