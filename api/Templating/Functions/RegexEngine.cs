using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BillingHeadless.Templating.Functions;

/// <summary>
/// Runs the engine of regular expressions once before the first pattern of a template: the machine code that it needs is made then, which
/// on a busy machine takes longer than a rendering may spend on patterns and would be counted as the first template's time.
/// </summary>
internal static class RegexEngine
{
    /// <summary>Returns when the engine has run; at once after the first time.</summary>
    public static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(FirstRun).TypeHandle);

    private static class FirstRun
    {
        static FirstRun()
        {
            const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
            var regex = new Regex(@"(\w+)\s*[^a-z\d]{2,3}|\bx(?:y|z)*$", Options);
            _ = regex.Replace("one, two; xyz", static match => match.Result("$1"));
        }
    }
}
