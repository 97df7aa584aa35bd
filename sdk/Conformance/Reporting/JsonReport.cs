using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingHeadless.Conformance.Reporting;

/// <summary>The report for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(ConformanceReport report) => JsonSerializer.Serialize(
        new
        {
            report.PluginId,
            report.PluginVersion,
            report.PackageSha256,
            report.ContractVersion,
            report.Passed,
            report.Capabilities,
            Results = report.Results.Select(result => new { result.Group, result.Name, result.Verdict, result.Reason, result.Note, Milliseconds = (long)result.Duration.TotalMilliseconds }),
        },
        Readable);
}
