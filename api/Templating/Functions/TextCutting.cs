using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>string</c> that take text apart.</summary>
internal static class TextCutting
{
    private const string Ellipsis = "...";

    public static void AddTo(BuiltinObject functions) => functions
        .Add("slice", "text start length?", static call => call.IsNull(0) ? null : Slice(call, null))
        .Add("slice1", "text start length?", static call => call.IsNull(0) ? null : Slice(call, 1))
        .Add("split", "text match", Split)
        .Add("truncate", "text length ellipsis?", static call => call.IsNull(0) ? null : Truncate(call))
        .Add("truncatewords", "text count ellipsis?", static call => call.IsNull(0) ? null : TruncateWords(call));

    /// <param name="call">The call.</param>
    /// <param name="otherwise">The length if none is given; null for all of the text.</param>
    private static string Slice(Invocation call, int? otherwise)
    {
        var text = call.Text(0);
        long start = call.Int(1);
        long length = call.IsNull(2) ? otherwise ?? text.Length : call.Int(2);
        if (start < 0) start += text.Length;
        if (start < 0)
        {
            length += start;
            start = 0;
        }

        if (start >= text.Length || length <= 0) return "";
        return call.Paid(text.Substring((int)start, (int)Math.Min(length, text.Length - start)));
    }

    private static TemplateArray Split(Invocation call)
    {
        var text = call.Text(0);
        var parts = text.Split(call.SoughtText(1, text), StringSplitOptions.RemoveEmptyEntries);
        call.Context.PayForBytes(call.Caller, text.Length * 2L);
        var list = call.NewList(parts.Length);
        foreach (var part in parts) list.Add(part);
        return list;
    }

    private static string Truncate(Invocation call)
    {
        var text = call.Text(0);
        var length = call.Int(1);
        var ellipsis = call.IsNull(2) ? Ellipsis : call.Text(2);
        if (text.Length <= length) return text;
        return call.Paid(text[..Math.Max(0, Math.Min(text.Length, length - ellipsis.Length))] + ellipsis);
    }

    private static string TruncateWords(Invocation call)
    {
        var words = call.Text(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        call.NewList(words.Length);
        var count = Math.Max(0, call.Int(1));
        var ellipsis = call.IsNull(2) ? Ellipsis : call.Text(2);
        return call.Paid(words.Length <= count ? string.Join(' ', words) : string.Join(' ', words.Take(count)) + ellipsis);
    }
}
