using System.Numerics;
using System.Text;
using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>Writes values as JSON, paying for each and stopping at a depth.</summary>
internal sealed class JsonText(RenderContext context, Node place)
{
    private readonly StringBuilder _json = new();
    private int _depth;

    public string Write(object? value)
    {
        WriteAny(value);
        context.PayForText(place, _json.Length);
        return _json.ToString();
    }

    private void WriteAny(object? value)
    {
        context.Step(place);
        context.CheckText(place, _json.Length);
        if (++_depth > context.Limits.ValueDepth)
            throw RenderContext.Fail(place, $"Exceeding the limit of `{context.Limits.ValueDepth}` nested values for JSON");
        WriteAdmitted(context.Admit(place, value));
        _depth--;
    }

    private void WriteAdmitted(object? value)
    {
        switch (value)
        {
            case null or TemplateFunction: _json.Append("null"); break;
            case double or float when !double.IsFinite(Conversions.ToDouble(place, value)): _json.Append("null"); break;
            case bool or int or long or decimal or double or float or BigInteger: _json.Append(ValueText.Of(context, place, value)); break;
            case IReadOnlyList<object?> list: WriteList(list); break;
            case TemplateObject or IReadOnlyDictionary<string, object?>: WriteObject(value); break;
            case DateTime moment: WriteString(moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK")); break;
            case DateTimeOffset moment: WriteString(moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz")); break;
            default: WriteString(ValueText.Of(context, place, value)); break;
        }
    }

    private void WriteList(IReadOnlyList<object?> list)
    {
        _json.Append('[');
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0) _json.Append(',');
            WriteAny(list[index]);
        }

        _json.Append(']');
    }

    private void WriteObject(object members)
    {
        _json.Append('{');
        var first = true;
        foreach (var (name, value) in Members.All(members))
        {
            if (!first) _json.Append(',');
            first = false;
            WriteString(name);
            _json.Append(':');
            WriteAny(value);
        }

        _json.Append('}');
    }

    /// <summary>Also escapes what would end a script element.</summary>
    private void WriteString(string text)
    {
        context.PayForReading(place, text.Length);
        _json.Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"': _json.Append("\\u0022"); break;
                case '\\': _json.Append("\\\\"); break;
                case '\n': _json.Append("\\n"); break;
                case '\r': _json.Append("\\r"); break;
                case '\t': _json.Append("\\t"); break;
                case < ' ' or '<' or '>' or '&' or '\'' or '+' or '`' or '\u2028' or '\u2029': AppendCode(character); break;
                default: _json.Append(character); break;
            }
        }

        _json.Append('"');
    }

    private void AppendCode(char character) => _json.Append("\\u").Append(((int)character).ToString("X4"));
}
