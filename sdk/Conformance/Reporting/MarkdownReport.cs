using System.Text;

namespace BillingHeadless.Conformance.Reporting;

/// <summary>The report as a page for people.</summary>
internal static class MarkdownReport
{
    public static string Write(ConformanceReport report)
    {
        var page = new StringBuilder();
        page.Append($"# Conformance of {report.PluginId ?? "an unreadable package"} {report.PluginVersion}\n\n");
        page.Append($"{Verdict(report)}\n\n- Package: sha256 `{report.PackageSha256}`\n- Contract: {report.ContractVersion}\n");
        if (report.Capabilities.Count > 0)
        {
            page.Append("\n## What it declares\n\n| Capability | Value |\n| --- | --- |\n");
            foreach (var capability in report.Capabilities)
            {
                page.Append($"| {capability.Name} | {InCell(capability.Value)} |\n");
            }
        }

        foreach (var group in report.Results.GroupBy(result => result.Group))
        {
            page.Append($"\n## {group.Key}\n\n| | Assertion | |\n| --- | --- | --- |\n");
            foreach (var result in group)
            {
                page.Append($"| {Word(result.Verdict)} | {InCell(result.Name)} | {InCell(result.Remark)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Verdict(ConformanceReport report)
    {
        var passed = report.Results.Count(result => result.Verdict == AssertionVerdict.Passed);
        var notApplicable = report.Results.Count(result => result.Verdict == AssertionVerdict.NotApplicable);
        return $"**{(report.Passed ? "It conforms" : "It does not conform")}**: {passed} passed, {report.Failures.Count()} failed, {notApplicable} do not apply.";
    }

    private static string Word(AssertionVerdict verdict) => verdict switch
    {
        AssertionVerdict.Passed => "passed",
        AssertionVerdict.Failed => "**FAILED**",
        AssertionVerdict.NoAnswer => "**NO ANSWER**",
        AssertionVerdict.NotApplicable => "does not apply",
        AssertionVerdict.NotRun => "**NOT RUN**",
        _ => "**KIT FAILED**",
    };

    private static string InCell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
