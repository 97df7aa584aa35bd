using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>string</c> that join and replace.</summary>
internal static class TextReplacing
{
    public static void AddTo(BuiltinObject functions) => functions
        .Add("append", "text with", static call => TextOperators.Concatenate(call.Context, call.Caller, call.Value(0), call.Value(1) ?? ""))
        .Add("prepend", "text by", static call => TextOperators.Concatenate(call.Context, call.Caller, call.Value(1) ?? "", call.Value(0)))
        .Add("replace", "text match replace", static call => call.IsNull(0) ? null : ReplaceAll(call, call.Text(2)))
        .Add("remove", "text remove", static call => call.IsNull(0) ? null : ReplaceAll(call, ""))
        .Add("replace_first", "text match replace fromEnd?", static call =>
            call.IsNull(0) ? null : ReplaceOne(call, call.Text(2), Truth.Of(call.Value(3))))
        .Add("remove_first", "text remove", static call => call.IsNull(0) ? null : ReplaceOne(call, "", fromEnd: false))
        .Add("remove_last", "text remove", static call => call.IsNull(0) ? null : ReplaceOne(call, "", fromEnd: true));

    private static string ReplaceAll(Invocation call, string replacement)
    {
        var text = call.Text(0);
        var match = call.SoughtText(1, text);
        if (match.Length == 0) return text;
        call.Context.PayForText(call.Caller, LengthAfter(text, match, replacement));
        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    /// <summary>The length of the result, known before it is built.</summary>
    private static long LengthAfter(string text, string match, string replacement)
    {
        if (replacement.Length <= match.Length) return text.Length;
        long length = text.Length;
        var found = text.AsSpan().Count(match);
        return length + ((long)found * (replacement.Length - match.Length));
    }

    /// <summary>Unlike replacing all, replacing one looks away from the case.</summary>
    private static string ReplaceOne(Invocation call, string replacement, bool fromEnd)
    {
        var text = call.Text(0);
        var match = call.SoughtText(1, text);
        if (match.Length == 0) return text;
        var index = fromEnd
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        if (index < 0) return text;
        call.Context.PayForText(call.Caller, (long)text.Length + replacement.Length);
        return string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + match.Length));
    }
}
