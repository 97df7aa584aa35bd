using BillingHeadless.Plugins;

namespace Acme;

/// <summary>Amounts as Acme counts them: minor units.</summary>
internal static class AcmeAmount
{
    /// <summary>What an answer says; null when it makes no sense.</summary>
    public static Money? Read(long? amount, string? currency) =>
        amount is { } minor && Currency.IsCode(currency) ? new Money(minor, new Currency(currency!)) : null;
}
