using System.Collections.Frozen;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>What every template knows without being given it.</summary>
internal static class Builtins
{
    public static readonly TemplateObject Date = DateFunctions.Create();

    public static readonly FrozenDictionary<string, object?> Root = new Dictionary<string, object?>
    {
        ["array"] = ArrayFunctions.Create(),
        ["date"] = Date,
        ["empty"] = TemplateObject.Empty,
        ["html"] = HtmlFunctions.Create(),
        [IncludeFunctions.Include] = IncludeFunctions.CreateInclude(),
        [IncludeFunctions.IncludeJoin] = IncludeFunctions.CreateIncludeJoin(),
        ["math"] = MathFunctions.Create(),
        ["object"] = ObjectFunctions.Create(),
        ["regex"] = RegexFunctions.Create(),
        ["string"] = StringFunctions.Create(),
        ["timespan"] = TimeSpanFunctions.Create(),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
