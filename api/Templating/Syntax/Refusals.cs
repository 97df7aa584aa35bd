using BillingHeadless.Templating.Functions;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Syntax;

/// <summary>What the language has but templates here may not use, found where it is written.</summary>
internal static class Refusals
{
    private static readonly string[] RefusedFunctions = ["object.eval", "object.eval_template", "math.random", "math.uuid"];

    /// <summary>Why a member may not be used, or null.</summary>
    public static string? Of(MemberAccess member)
    {
        if (member.Target is not GlobalVariable target) return null;
        var name = $"{target.Name}.{member.Name}";
        return RefusedFunctions.Contains(name) ? $"The function `{name}` is not available in templates" : null;
    }

    /// <summary>The templates that a call names in writing. A name that is only known later is looked up then.</summary>
    public static IEnumerable<string> IncludedBy(Call call)
    {
        if (call.Target is not GlobalVariable target) return [];
        return target.Name switch
        {
            IncludeFunctions.Include => call.Arguments.Take(1).Select(WrittenName).OfType<string>(),
            IncludeFunctions.IncludeJoin => call.Arguments.SelectMany(JoinedNames),
            _ => [],
        };
    }

    private static string? WrittenName(Expression argument) => (argument as Literal)?.Value as string;

    private static IEnumerable<string> JoinedNames(Expression argument, int position)
    {
        if (position == 0) return argument is ArrayInitializer names ? names.Items.Select(WrittenName).OfType<string>() : [];
        return WrittenName(argument) is { } text && IncludeFunctions.TemplateIn(text) is { } name ? [name] : [];
    }
}
