using System.Globalization;
using System.Numerics;
using System.Text;
using BillingHeadless.Templating.Functions;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>How values read as text.</summary>
internal static class ValueText
{
    public static string Of(RenderContext context, Node place, object? value)
    {
        switch (value)
        {
            case null: return "";
            case string text: return text;
            case SafeText safe: return safe.Text;
            case bool truth: return truth ? "true" : "false";
            case TemplateObject when ReferenceEquals(value, TemplateObject.Empty): return "";
            case TemplateObject or IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> or LoopFrame:
                return new Writer(context, place).Write(value);
            default: return OfSimple(context, place, value);
        }
    }

    private static string OfSimple(RenderContext context, Node place, object value)
    {
        switch (value)
        {
            case DateTime or DateTimeOffset: return DateFunctions.Format(context, place, value);
            case TimeSpan span: return span.ToString();
            case BigInteger number:
                context.Steps(place, context.Limits.IntegerBits / 64);
                return number.ToString(CultureInfo.InvariantCulture);
            case IFormattable number: return number.ToString(null, CultureInfo.InvariantCulture);
            case TemplateFunction: return "<function>";
            case WrappedBlock: return "";
            default: throw Refused(place, value);
        }
    }

    /// <summary>The error for a value of a type that a host may not hand over.</summary>
    public static TemplateException Refused(Node place, object value) =>
        RenderContext.Fail(place, $"Values of the type `{value.GetType().Name}` are not allowed in a template");

    /// <summary>Writes arrays and objects, paying for each element and stopping at a depth, so that one that holds itself ends.</summary>
    private sealed class Writer(RenderContext context, Node place)
    {
        private readonly StringBuilder _text = new();
        private int _depth;

        public string Write(object value)
        {
            WriteAny(value);
            context.PayForBytes(place, _text.Length * 2L);
            return _text.ToString();
        }

        private void WriteAny(object? value)
        {
            context.Step(place);
            context.CheckText(place, _text.Length);
            var admitted = context.Admit(place, value);
            switch (admitted)
            {
                case null: _text.Append("null"); break;
                case TemplateObject when ReferenceEquals(admitted, TemplateObject.Empty): _text.Append("null"); break;
                case string text: WriteQuoted(text); break;
                case SafeText safe: WriteQuoted(safe.Text); break;
                case TemplateObject or IReadOnlyDictionary<string, object?> or IReadOnlyList<object?>: WriteNested(admitted); break;
                default: _text.Append(Of(context, place, admitted)); break;
            }
        }

        private void WriteQuoted(string text)
        {
            context.PayForReading(place, text.Length);
            Literals.AppendQuoted(_text, text);
        }

        private void WriteNested(object value)
        {
            if (++_depth > context.Limits.ValueDepth)
                throw RenderContext.Fail(place, "Structure is too deeply nested or contains reference loops.");
            if (value is IReadOnlyList<object?> list) WriteList(list);
            else WriteMembers(Members.All(value));
            _depth--;
        }

        private void WriteList(IReadOnlyList<object?> list)
        {
            _text.Append('[');
            for (var index = 0; index < list.Count; index++)
            {
                if (index > 0) _text.Append(", ");
                WriteAny(list[index]);
            }

            _text.Append(']');
        }

        private static bool IsSimple(string name) =>
            name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_')
            && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');

        private void WriteMembers(IEnumerable<KeyValuePair<string, object?>> members)
        {
            _text.Append('{');
            var first = true;
            foreach (var (name, value) in members)
            {
                if (!first) _text.Append(", ");
                first = false;
                if (IsSimple(name)) _text.Append(name);
                else WriteQuoted(name);
                _text.Append(": ");
                WriteAny(value);
            }

            _text.Append('}');
        }
    }
}
