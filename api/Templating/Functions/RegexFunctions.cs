using System.Text.RegularExpressions;
using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>
/// The functions of <c>regex</c>. Patterns run without backtracking, so that time grows with the text alone; look-around and back
/// references, which need it, are refused.
/// </summary>
internal static class RegexFunctions
{
    private const int TextArgument = 0;
    private const int PatternArgument = 1;

    public static TemplateObject Create() => new BuiltinObject("regex")
        .AddOnText("escape", Regex.Escape)
        .AddOnText("unescape", Regex.Unescape)
        .Add("match", "text pattern options?", static call => Timed(call, Match))
        .Add("matches", "text pattern options?", static call => Timed(call, Matches))
        .Add("replace", "text pattern replace options?", static call => Timed(call, Replace))
        .Add("split", "text pattern options?", static call => Timed(call, Split))
        .Members;

    private delegate object? Body(Invocation call);

    private static object? Timed(Invocation call, Body body)
    {
        if (call.IsNull(TextArgument)) return null;
        call.Context.Regexes.Start();
        try
        {
            return body(call);
        }
        catch (RegexMatchTimeoutException)
        {
            throw TooSlow(call.Context, call.Caller);
        }
        finally
        {
            call.Context.Regexes.Stop();
        }
    }

    private static TemplateArray Match(Invocation call)
    {
        var text = call.Text(TextArgument);
        return Groups(call, Compile(call, text, options: 2).Match(text));
    }

    private static TemplateArray Matches(Invocation call)
    {
        var text = call.Text(TextArgument);
        var found = new TemplateArray();
        for (var match = Compile(call, text, options: 2).Match(text); match.Success; match = match.NextMatch())
        {
            PayForMatch(call.Context, call.Caller);
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
        var text = call.Text(TextArgument);
        var replacement = call.Text(2);
        var regex = Compile(call, text, options: 3);
        var (caller, context) = (call.Caller, call.Context);
        long length = 0;
        return call.Paid(regex.Replace(text, match =>
        {
            PayForMatch(context, caller);
            var result = match.Result(replacement);
            length += result.Length;
            context.CheckText(caller, length);
            return result;
        }));
    }

    /// <summary>The parts between the matches, and the groups of the matches.</summary>
    private static TemplateArray Split(Invocation call)
    {
        var text = call.Text(TextArgument);
        var parts = new TemplateArray();
        var start = 0;
        for (var match = Compile(call, text, options: 2).Match(text); match.Success; match = match.NextMatch())
        {
            PayForMatch(call.Context, call.Caller);
            AddPart(call, parts, text[start..match.Index]);
            foreach (var group in match.Groups.Values.Skip(1).Where(group => group.Success)) AddPart(call, parts, group.Value);
            start = match.Index + match.Length;
        }

        AddPart(call, parts, text[start..]);
        return parts;
    }

    private static void AddPart(Invocation call, TemplateArray parts, string part)
    {
        call.Context.PayForElements(call.Caller, 1, parts.Count + 1);
        parts.Add(call.Paid(part));
    }

    private static void PayForMatch(RenderContext context, Node caller)
    {
        context.Step(caller);
        if (context.Regexes.Elapsed > context.Limits.RegexTime) throw TooSlow(context, caller);
    }

    private static Regex Compile(Invocation call, string text, int options)
    {
        var pattern = call.Text(PatternArgument);
        var flags = Flags(call, call.Has(options) ? call.Text(options) : "");
        var weight = PatternWeight.Of(pattern);
        var limits = call.Context.Limits;
        if (weight > limits.PatternLength)
            throw call.Fail($"Exceeding the limit of `{limits.PatternLength}` characters for a regular expression");
        call.Context.Steps(call.Caller, (long)text.Length * (1 + (weight / 64)) / 8);
        if (call.Context.Regexes.Find(pattern, flags) is { } known) return known;
        call.Context.Steps(call.Caller, weight * 20L);
        PayForMatch(call.Context, call.Caller);
        try
        {
            var regex = new Regex(pattern, flags, limits.RegexTime);
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

    private static TemplateException TooSlow(RenderContext context, Node caller) =>
        RenderContext.Fail(caller, $"Exceeding the limit of `{context.Limits.RegexTime}` for regular expressions");
}
