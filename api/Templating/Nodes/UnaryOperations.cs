using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

internal enum UnaryOperator : byte
{
    Not,
    Negate,
    Plus,
}

/// <summary><c>!x</c>, <c>-x</c> or <c>+x</c></summary>
internal sealed class UnaryOperation : Expression
{
    private readonly UnaryOperator _sign;

    public UnaryOperation(SourceText source, SourceSpan span, UnaryOperator sign, Expression operand) : base(source, span)
    {
        _sign = sign;
        Operand = operand;
        Height = Above(operand);
    }

    public UnaryOperator Sign => _sign;

    public Expression Operand { get; }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        var value = Operand.Evaluate(context);
        if (_sign is UnaryOperator.Not) return Integers.Box(!Truth.Of(value));
        if (value is null) return null;
        if (Kinds.IsText(value)) value = Numbers.Parse(value.ToString()!) ?? value;
        if (!Kinds.IsNumber(value)) throw NotANumber(context, value);
        return _sign is UnaryOperator.Plus ? value : NumberOperators.Negate(context, this, value);
    }

    private TemplateException NotANumber(RenderContext context, object value)
    {
        var sign = _sign is UnaryOperator.Negate ? "-" : "+";
        return RenderContext.Fail(this, $"Cannot apply `{sign}` to `{ValueText.Of(context, this, value)}/{Kinds.Of(value)}`");
    }

    public UnaryOperation WithOperand(Expression operand) => new(Source, Span, _sign, operand);
}

/// <summary><c>@function</c>: the function itself instead of its result.</summary>
internal sealed class Alias : Expression
{
    public Alias(SourceText source, SourceSpan span, Expression operand) : base(source, span)
    {
        Operand = operand;
        Height = Above(operand);
    }

    public Expression Operand { get; }

    public override object? Evaluate(RenderContext context) => Operand.EvaluateUncalled(context);
}

/// <summary><c>^list</c>: the elements of a list as arguments of a call.</summary>
internal sealed class Expand : Expression
{
    public Expand(SourceText source, SourceSpan span, Expression operand) : base(source, span)
    {
        Operand = operand;
        Height = Above(operand);
    }

    public Expression Operand { get; }

    public override object? Evaluate(RenderContext context) => Operand.Evaluate(context);
}

/// <summary><c>++x</c>, <c>--x</c>, <c>x++</c> or <c>x--</c></summary>
internal sealed class Increment : Expression
{
    private readonly Expression _operand;
    private readonly BinaryOperator _sign;
    private readonly bool _answersOld;

    public Increment(SourceText source, SourceSpan span, Expression operand, BinaryOperator sign, bool answersOld) : base(source, span)
    {
        _operand = operand;
        _sign = sign;
        _answersOld = answersOld;
        Height = Above(operand);
    }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        var old = _operand.Evaluate(context);
        var changed = Operators.Apply(context, this, _sign, old, Integers.Box(1));
        ((IAssignable)_operand).Assign(context, changed);
        return _answersOld ? old : changed;
    }
}
