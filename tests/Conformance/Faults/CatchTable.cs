using System.Text;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>Which assertion caught which fault, for people.</summary>
internal static class CatchTable
{
    public static string Write(IReadOnlyList<Catch> catches)
    {
        var table = new StringBuilder("| Gateway | Fault | Group | First caught by |\n| --- | --- | --- | --- |\n");
        foreach (var one in catches)
        {
            table.Append($"| {one.Fault.Gateway.Name} | {one.Fault.Title} | {one.By?.Group} | {(one.IsCaught ? one.By!.Name : $"**NOBODY** {one.By?.Name}")} |\n");
        }

        table.Append("\n| Group | Caught first |\n| --- | --- |\n");
        foreach (var group in catches.Where(one => one.IsCaught).CountBy(one => one.By!.Group))
        {
            table.Append($"| {group.Key} | {group.Value} |\n");
        }

        return table.Append($"\n{catches.Count(one => one.IsCaught)} of {catches.Count} faults are caught.\n").ToString();
    }
}
