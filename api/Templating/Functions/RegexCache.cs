using System.Diagnostics;
using System.Text.RegularExpressions;

// How long real work takes is measured in real time, whatever the merchant's clock says.
#pragma warning disable RS0030

namespace BillingHeadless.Templating.Functions;

/// <summary>The patterns that one rendering has compiled, and the time that they took.</summary>
internal sealed class RegexCache
{
    private const int MostKept = 32;

    private readonly Dictionary<(string Pattern, RegexOptions Options), Regex> _compiled = [];
    private readonly Stopwatch _clock = new();

    /// <summary>How long regular expressions have been at work.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    public void Start() => _clock.Start();

    public void Stop() => _clock.Stop();

    public Regex? Find(string pattern, RegexOptions options) => _compiled.GetValueOrDefault((pattern, options));

    public void Add(string pattern, RegexOptions options, Regex regex)
    {
        if (_compiled.Count >= MostKept) _compiled.Clear();
        _compiled[(pattern, options)] = regex;
    }
}
