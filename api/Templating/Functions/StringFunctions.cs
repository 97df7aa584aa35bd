using System.Text;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>string</c>.</summary>
internal static class StringFunctions
{
    public static TemplateObject Create()
    {
        var functions = new BuiltinObject("string");
        AddTests(functions);
        AddCases(functions);
        AddTrimming(functions);
        TextReplacing.AddTo(functions);
        TextCutting.AddTo(functions);
        TextEncoding.AddTo(functions);
        return functions.Members;
    }

    private static void AddTests(BuiltinObject functions) => functions
        .Add("contains", "text value", static call => Test(call, static (text, value) => text.Contains(value, StringComparison.Ordinal)))
        .Add("starts_with", "text value", static call =>
            Test(call, static (text, value) => text.StartsWith(value, StringComparison.Ordinal)))
        .Add("ends_with", "text value", static call => Test(call, static (text, value) => text.EndsWith(value, StringComparison.Ordinal)))
        .Add("equals_ignore_case", "text value", static call =>
            Integers.Box(call.Text(0).Equals(call.Text(1), StringComparison.OrdinalIgnoreCase)))
        .Add("empty", "text", static call => Integers.Box(call.Text(0).Length == 0))
        .Add("whitespace", "text", static call => Integers.Box(string.IsNullOrWhiteSpace(call.Text(0))))
        .Add("size", "text", static call => Integers.Box(call.Text(0).Length))
        .Add("index_of", "text search startIndex? count? stringComparison?", IndexOf);

    private static void AddCases(BuiltinObject functions) => functions
        .AddOnText("upcase", static text => text.ToUpperInvariant())
        .AddOnText("downcase", static text => text.ToLowerInvariant())
        .AddOnText("capitalize", static text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..])
        .AddOnText("capitalizewords", CapitalizeWords)
        .AddOnText("handleize", Handleize)
        .Add("pluralize", "number singular plural", static call =>
            IsOne(call) ? call.Value(1) : call.Value(2));

    private static bool IsOne(Invocation call) =>
        call.Value(0) is { } number && Kinds.IsNumber(number) && Conversions.ToDouble(call.Caller, number) == 1;

    private static void AddTrimming(BuiltinObject functions) => functions
        .AddOnText("strip", static text => text.Trim())
        .AddOnText("lstrip", static text => text.TrimStart())
        .AddOnText("rstrip", static text => text.TrimEnd())
        .AddOnText("strip_newlines", static text => text.Replace("\r", "").Replace("\n", ""))
        .Add("pad_left", "text width", static call => Pad(call, static (text, width) => text.PadLeft(width)))
        .Add("pad_right", "text width", static call => Pad(call, static (text, width) => text.PadRight(width)));

    /// <summary>An empty text contains nothing, and is contained in nothing.</summary>
    private static object Test(Invocation call, Func<string, string, bool> test)
    {
        var text = call.Text(0);
        var value = call.SoughtText(1, text);
        return Integers.Box(text.Length > 0 && value.Length > 0 && test(text, value));
    }

    private static string Pad(Invocation call, Func<string, int, string> pad)
    {
        var text = call.Text(0);
        var width = Math.Max(0, call.Int(1));
        call.Context.PayForText(call.Caller, Math.Max(text.Length, width));
        return pad(text, width);
    }

    private static object IndexOf(Invocation call)
    {
        var text = call.Text(0);
        var start = call.IsNull(2) ? 0 : Math.Clamp(call.Int(2), 0, text.Length);
        var count = call.IsNull(3) ? text.Length - start : Math.Clamp(call.Int(3), 0, text.Length - start);
        var ignoresCase = call.Has(4) && call.Text(4).EndsWith("IgnoreCase", StringComparison.OrdinalIgnoreCase);
        var comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Integers.Box(text.IndexOf(call.SoughtText(1, text), start, count, comparison));
    }

    private static string CapitalizeWords(string text)
    {
        var words = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var character in text)
        {
            words.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = char.IsWhiteSpace(character) || (startsWord && !char.IsLetter(character));
        }

        return words.ToString();
    }

    private static string Handleize(string text)
    {
        var handle = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character)) handle.Append(char.ToLowerInvariant(character));
            else if (handle.Length == 0 || handle[^1] != '-') handle.Append('-');
        }

        return handle.ToString().TrimEnd('-');
    }
}
