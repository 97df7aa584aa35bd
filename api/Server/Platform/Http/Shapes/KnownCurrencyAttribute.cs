using System.ComponentModel.DataAnnotations;
using BillingHeadless.Plugins;

namespace BillingHeadless.Server.Platform.Http.Shapes;

/// <summary>A currency in which money can be counted: for questions, which no rule refuses.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KnownCurrencyAttribute() : RegularExpressionAttribute("^[A-Z]{3}$")
{
    public override bool IsValid(object? value) => value is null || Currency.IsCode(value as string);

    public override string FormatErrorMessage(string name) => "Must be the ISO 4217 code of a currency, such as UAH.";
}
