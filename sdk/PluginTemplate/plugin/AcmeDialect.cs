using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace Acme;

/// <summary>Acme's words of refusal. What is not overridden is what HTTP's words usually mean.</summary>
internal sealed class AcmeDialect : ProviderDialect
{
    public static readonly AcmeDialect Instance = new();

    /// <summary>What a refusal on Acme's page means, in words that every gateway shares.</summary>
    public static Declined DeclineOf(string? code) => code switch
    {
        "insufficient_funds" => new Declined(DeclineKind.InsufficientFunds, RetryMayHelp: true) { ProviderCode = code },
        _ => new Declined(DeclineKind.CardRefused, RetryMayHelp: false) { ProviderCode = code ?? "refused" },
    };

    // A bare 404 could also be a wrong address.
    protected override bool SaysNotFound(Answered answer) =>
        answer.Status == 404 && WireText.Read(answer.Body, WireJson.Default.ErrorAnswer)?.Error == "not_found";
}
