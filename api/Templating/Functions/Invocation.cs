using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>One call of a built-in function, with its arguments in the types that it needs.</summary>
internal readonly ref struct Invocation(RenderContext context, Node caller, ReadOnlySpan<object?> arguments, TemplateObject? named)
{
    private readonly ReadOnlySpan<object?> _arguments = arguments;

    public RenderContext Context { get; } = context;

    public Node Caller { get; } = caller;

    /// <summary>The arguments with a name, for a function that takes any.</summary>
    public TemplateObject? Named { get; } = named;

    public int Count => _arguments.Length;

    public bool Has(int index) => index < _arguments.Length && !ReferenceEquals(_arguments[index], BuiltinFunction.Missing);

    public object? Value(int index) => Has(index) ? Context.Admit(Caller, _arguments[index]) : null;

    public bool IsNull(int index) => Value(index) is null;

    /// <summary>An argument as text, paid for as something that will be read.</summary>
    public string Text(int index)
    {
        var text = ValueText.Of(Context, Caller, Value(index));
        Context.PayForReading(Caller, text.Length);
        return text;
    }

    /// <summary>An argument as text that is about to be searched for in another.</summary>
    public string SoughtText(int index, string within)
    {
        var text = Text(index);
        Context.PayForSearch(Caller, within, text);
        return text;
    }

    public int Int(int index) => Conversions.ToInt(Caller, Value(index));

    public int Int(int index, int otherwise) => Has(index) ? Int(index) : otherwise;

    public double Double(int index) => Conversions.ToDouble(Caller, Value(index));

    public IReadOnlyList<object?> List(int index)
    {
        var list = ToList(Value(index));
        Context.Steps(Caller, list.Count / 4);
        return list;
    }

    /// <summary>A list of any kind: the members of an object, or a single value.</summary>
    private IReadOnlyList<object?> ToList(object? value) => value switch
    {
        null => [],
        IReadOnlyList<object?> list => list,
        TemplateObject or IReadOnlyDictionary<string, object?> => Members.Pairs(Context, Caller, value),
        _ => [value],
    };

    /// <summary>Calls the function that is an argument, with an element and the arguments behind the function.</summary>
    public object? Apply(int function, object? element)
    {
        if (Value(function) is not TemplateFunction called)
            throw Fail($"Expecting a function instead of `{Kinds.Of(Value(function)) ?? "null"}`");
        var stack = Context.Arguments;
        var start = stack.Count;
        stack.Push(Context.Admit(Caller, element));
        foreach (var further in _arguments[(function + 1)..]) stack.Push(further);
        var result = called.Invoke(Context, Caller, new Arguments(stack.From(start), named: null));
        stack.Truncate(start);
        return result;
    }

    /// <summary>Pays for a text that is about to be returned.</summary>
    public string Paid(string text)
    {
        Context.PayForText(Caller, text.Length);
        return text;
    }

    /// <summary>Pays for a list that is about to be built.</summary>
    public TemplateArray NewList(long count)
    {
        Context.PayForElements(Caller, count, count);
        return new TemplateArray((int)count);
    }

    public TemplateException Fail(string text) => RenderContext.Fail(Caller, text);
}
