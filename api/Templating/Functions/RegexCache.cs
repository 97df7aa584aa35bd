using System.Text.RegularExpressions;

namespace BillingHeadless.Templating.Functions;

/// <summary>The patterns that one rendering has compiled.</summary>
internal sealed class RegexCache
{
    private const int MostKept = 32;

    private readonly Dictionary<(string Pattern, RegexOptions Options), Regex> _compiled = [];

    public bool TryGet(string pattern, RegexOptions options, out Regex? regex) => _compiled.TryGetValue((pattern, options), out regex);

    public void Add(string pattern, RegexOptions options, Regex regex)
    {
        if (_compiled.Count >= MostKept) _compiled.Clear();
        _compiled[(pattern, options)] = regex;
    }
}
