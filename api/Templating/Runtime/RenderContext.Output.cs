using System.Numerics;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

internal sealed partial class RenderContext
{
    private readonly TextBuffer _output;
    private bool _atLineStart;

    /// <summary>The white space before the code block that is running, which all its lines get.</summary>
    public string? Indent { get; set; }

    /// <summary>Writes text that needs no escaping.</summary>
    public void WriteText(Node place, string text)
    {
        if (Indent is null) Append(place, text);
        else WriteIndented(place, text);
    }

    /// <summary>Writes a value, escaped if this rendering escapes.</summary>
    public void WriteValue(Node place, object? value)
    {
        switch (value)
        {
            case null: return;
            case int number: WriteNumber(place, number); return;
            case long number: WriteNumber(place, number); return;
            case decimal number: WriteNumber(place, number); return;
            case BigInteger number: WriteText(place, ValueText.Of(this, place, number)); return;
            case SafeText safe: WriteText(place, safe.Text); return;
            default: WriteEscaped(place, ValueText.Of(this, place, value)); return;
        }
    }

    /// <summary>Runs statements and answers what they wrote instead of writing it.</summary>
    public string Capture(Node place, Statement body)
    {
        var start = _output.Length;
        var atLineStart = _atLineStart;
        var indent = Indent;
        Indent = null;
        _atLineStart = false;
        body.Execute(this);
        PayForText(place, _output.Length - start);
        var captured = _output.From(start);
        _output.Truncate(start);
        _atLineStart = atLineStart;
        Indent = indent;
        return captured;
    }

    /// <summary>Rendered text as a value: where values are escaped it is safe, because it was escaped when it was rendered.</summary>
    public object Rendered(string text) => EscapesHtml ? new SafeText(text) : text;

    private void WriteEscaped(Node place, string text)
    {
        if (EscapesHtml && HtmlEscaping.IsNeeded(text))
        {
            PayForText(place, HtmlEscaping.LengthOf(text));
            text = HtmlEscaping.Apply(text);
        }

        WriteText(place, text);
    }

    private void WriteNumber<T>(Node place, T number) where T : ISpanFormattable
    {
        if (Indent is not null && _atLineStart) Append(place, Indent);
        _atLineStart = false;
        if (!_output.TryAppendFormatted(number)) throw OutputTooLong(place);
    }

    private void WriteIndented(Node place, string text)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (_atLineStart) Append(place, Indent);
            var lineEnd = text.IndexOf('\n', index);
            var next = lineEnd < 0 ? text.Length : lineEnd + 1;
            Append(place, text.AsSpan(index, next - index));
            index = next;
        }
    }

    private void Append(Node place, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        Steps(place, text.Length / CharactersPerStep);
        if (!_output.TryAppend(text)) throw OutputTooLong(place);
        _atLineStart = text[^1] == '\n';
    }

    private TemplateException OutputTooLong(Node place) =>
        Fail(place, $"Exceeding the limit of `{Limits.OutputLength}` characters for the output");
}
