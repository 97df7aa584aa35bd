using System.Text;
using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>A number, string, boolean or null.</summary>
internal sealed class Literal(SourceText source, SourceSpan span, object? value) : Expression(source, span)
{
    public object? Value { get; } = value;

    public override object? Evaluate(RenderContext context) => Value;
}

/// <summary><c>$"text {expression} text"</c></summary>
internal sealed class InterpolatedString : Expression
{
    private readonly Expression[] _parts;

    public InterpolatedString(SourceText source, SourceSpan span, Expression[] parts) : base(source, span)
    {
        _parts = parts;
        Height = Above(parts);
    }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            context.Step(this);
            var piece = ValueText.Of(context, part, part.Evaluate(context));
            context.CheckText(this, (long)text.Length + piece.Length);
            text.Append(piece);
        }

        context.PayForText(this, text.Length);
        return text.ToString();
    }
}

/// <summary><c>[item, item]</c></summary>
internal sealed class ArrayInitializer : Expression
{
    private readonly Expression[] _items;

    public ArrayInitializer(SourceText source, SourceSpan span, Expression[] items) : base(source, span)
    {
        _items = items;
        Height = Above(items);
    }

    public IReadOnlyList<Expression> Items => _items;

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        context.Steps(this, _items.Length);
        context.PayForElements(this, _items.Length, _items.Length);
        var array = new TemplateArray(_items.Length);
        foreach (var item in _items) array.Add(item.Evaluate(context));
        return array;
    }
}

/// <summary><c>{name: value, "name": value}</c></summary>
internal sealed class ObjectInitializer : Expression
{
    private readonly (string Name, Expression Value)[] _members;

    public ObjectInitializer(SourceText source, SourceSpan span, (string Name, Expression Value)[] members) : base(source, span)
    {
        _members = members;
        Height = Above(members.Select(member => member.Value));
    }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        context.Steps(this, _members.Length);
        context.PayForElements(this, _members.Length, _members.Length);
        var created = new TemplateObject(_members.Length);
        foreach (var (name, value) in _members) created.Set(name, value.Evaluate(context));
        return created;
    }
}
