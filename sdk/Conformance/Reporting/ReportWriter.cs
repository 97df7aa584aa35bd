using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Reporting;

/// <summary>Makes a report of what was found.</summary>
internal static class ReportWriter
{
    public static ConformanceReport Of(PluginSubject subject, GatewayCard? card, IReadOnlyList<AssertionResult> results)
    {
        var manifest = subject.Reading.Package?.Manifest;
        return new ConformanceReport
        {
            PluginId = manifest?.Id ?? subject.Reading.Failure?.Id,
            PluginVersion = manifest?.Version.ToString(),
            PackageSha256 = subject.Hash,
            ContractVersion = ContractVersion.Current.ToString(),
            Capabilities = card is null ? [] : CapabilitiesOf(card),
            Results = results,
        };
    }

    private static IReadOnlyList<Capability> CapabilitiesOf(GatewayCard card) =>
    [
        new("currencies", card.Currencies.Count == 0 ? "any" : string.Join(", ", card.Currencies.Select(RangeOf))),
        new("refunds", card.Refunds.ToString()),
        new("refundTracking", card.RefundTracking.ToString()),
        new("savedMethods", YesOrNo(card.SavedMethods)),
        new("forgetsMethods", YesOrNo(card.ForgetsMethods)),
        new("wallets", card.Wallets.Count == 0 ? "none" : string.Join(", ", card.Wallets)),
        new("receipts", YesOrNo(card.Receipts)),
        new("statusQuery", YesOrNo(card.StatusQuery)),
        new("settlingDelay", card.SettlingDelay.ToString("c")),
        new("reference", $"{card.Reference.MaximumLength} {(card.Reference.DigitsOnly ? "digits" : "characters")} at most"),
        new("pageHosts", string.Join(", ", card.PageHosts)),
        new("testModeOnly", YesOrNo(card.TestModeOnly)),
    ];

    private static string RangeOf(CurrencyLimit limit) => $"{limit.Currency} {limit.MinimumMinor}–{limit.MaximumMinor?.ToString() ?? "…"}";

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
