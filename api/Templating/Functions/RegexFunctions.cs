using System.Text.RegularExpressions;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>
/// The functions of <c>regex</c>. Patterns run without backtracking, so that time grows with the text alone; look-around and back references,
/// which need it, are refused.
/// </summary>
internal static class RegexFunctions
{
    /// <summary>A backstop: what a pattern costs is paid in steps.</summary>
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static TemplateObject Create() => new BuiltinObject("regex")
        .AddOnText("escape", Regex.Escape)
        .AddOnText("unescape", Regex.Unescape)
        .Add("match", "text pattern options?", static call => Guarded(call, Match))
        .Add("matches", "text pattern options?", static call => Guarded(call, Matches))
        .Add("replace", "text pattern replace options?", static call => Guarded(call, Replace))
        .Add("split", "text pattern options?", static call => Guarded(call, Split))
        .Members;

    private delegate object? Body(Invocation call);

    private static object? Guarded(Invocation call, Body body)
    {
        try
        {
            return call.IsNull(0) ? null : body(call);
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Fail("The regular expression takes too long");
        }
    }

    private static TemplateArray Match(Invocation call)
    {
        var text = call.Text(0);
        return Groups(call, Compile(call, text, options: 2).Match(text));
    }

    private static TemplateArray Matches(Invocation call)
    {
        var text = call.Text(0);
        var found = new TemplateArray();
        for (var match = Compile(call, text, options: 2).Match(text); match.Success; match = match.NextMatch())
        {
            call.Context.PayForElements(call.Caller, 1, found.Count + 1);
            found.Add(Groups(call, match));
        }

        return found;
    }

    private static TemplateArray Groups(Invocation call, Match match)
    {
        if (!match.Success) return call.NewList(0);
        var groups = call.NewList(match.Groups.Count);
        foreach (Group group in match.Groups) groups.Add(call.Paid(group.Value));
        return groups;
    }

    private static string Replace(Invocation call)
    {
        var text = call.Text(0);
        var replacement = call.Text(2);
        var regex = Compile(call, text, options: 3);
        var (caller, context) = (call.Caller, call.Context);
        long length = 0;
        return call.Paid(regex.Replace(text, match =>
        {
            var result = match.Result(replacement);
            length += result.Length;
            context.CheckText(caller, length);
            return result;
        }));
    }

    private static TemplateArray Split(Invocation call)
    {
        var text = call.Text(0);
        var regex = Compile(call, text, options: 2);
        var parts = regex.Split(text);
        var list = call.NewList(parts.Length);
        foreach (var part in parts) list.Add(call.Paid(part));
        return list;
    }

    private static Regex Compile(Invocation call, string text, int options)
    {
        var pattern = call.Text(1);
        var flags = Flags(call, call.Has(options) ? call.Text(options) : "");
        var weight = PatternWeight.Of(pattern);
        if (weight > call.Context.Limits.PatternLength)
            throw call.Fail($"Exceeding the limit of `{call.Context.Limits.PatternLength}` characters for a regular expression");
        call.Context.Steps(call.Caller, (long)text.Length * (1 + (weight / 64)) / 8);
        if (call.Context.Regexes.TryGet(pattern, flags, out var known)) return known!;
        call.Context.Steps(call.Caller, weight * 20L);
        try
        {
            var regex = new Regex(pattern, flags, LongestMatch);
            call.Context.Regexes.Add(pattern, flags, regex);
            return regex;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw call.Fail($"The regular expression `{pattern}` is not supported: {error.Message}");
        }
    }

    private static RegexOptions Flags(Invocation call, string letters)
    {
        var flags = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            flags |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw call.Fail($"Unknown regular expression option `{letter}`"),
            };
        }

        return flags;
    }
}
