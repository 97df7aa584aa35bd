using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary><c>left + right</c> and the other operators that need both sides.</summary>
internal sealed class BinaryOperation : Expression
{
    public BinaryOperation(SourceText source, BinaryOperator sign, SourceSpan signSpan, Expression left, Expression right)
        : base(source, left.Span.To(right.Span))
    {
        Sign = sign;
        Focus = signSpan;
        Left = left;
        Right = right;
        Height = Above(left, right);
    }

    public override SourceSpan Focus { get; }

    public BinaryOperator Sign { get; }

    public Expression Left { get; }

    public Expression Right { get; }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        return Operators.Apply(context, this, Sign, Left.Evaluate(context), Right.Evaluate(context));
    }

    public BinaryOperation WithLeft(Expression left) => new(Source, Sign, Focus, left, Right);
}

internal enum LogicalOperator : byte
{
    And,
    Or,
    Coalesce,
    NotCoalesce,
}

/// <summary>The operators that look at their right side only if they must.</summary>
internal sealed class LogicalOperation : Expression
{
    private readonly LogicalOperator _sign;
    private readonly Expression _right;

    public LogicalOperation(SourceText source, SourceSpan span, LogicalOperator sign, Expression left, Expression right)
        : base(source, span)
    {
        _sign = sign;
        Left = left;
        _right = right;
        Height = Above(left, right);
    }

    public LogicalOperator Sign => _sign;

    public Expression Left { get; }

    public Expression Right => _right;

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        var left = Left.Evaluate(context);
        return _sign switch
        {
            LogicalOperator.And => Integers.Box(Truth.Of(left) && Truth.Of(_right.Evaluate(context))),
            LogicalOperator.Or => Integers.Box(Truth.Of(left) || Truth.Of(_right.Evaluate(context))),
            LogicalOperator.Coalesce => left ?? _right.Evaluate(context),
            _ => left is null ? null : _right.Evaluate(context),
        };
    }

    public LogicalOperation WithLeft(Expression left) => new(Source, left.Span.To(Span), _sign, left, _right);
}

/// <summary><c>condition ? yes : no</c></summary>
internal sealed class Conditional : Expression
{
    private readonly Expression _condition;
    private readonly Expression _yes;
    private readonly Expression _no;

    public Conditional(SourceText source, SourceSpan span, Expression condition, Expression yes, Expression no) : base(source, span)
    {
        _condition = condition;
        _yes = yes;
        _no = no;
        Height = Math.Max(Above(condition), Above(yes, no));
    }

    public override object? Evaluate(RenderContext context)
    {
        context.StepInto(this);
        return Truth.Of(_condition.Evaluate(context)) ? _yes.Evaluate(context) : _no.Evaluate(context);
    }
}

/// <summary><c>(expression)</c></summary>
internal sealed class Nested : Expression
{
    public Nested(SourceText source, SourceSpan span, Expression inner) : base(source, span)
    {
        Inner = inner;
        Height = Above(inner);
    }

    public Expression Inner { get; }

    public override object? Evaluate(RenderContext context) => CallIfFunction(context, Inner.Evaluate(context));

    public override object? EvaluateUncalled(RenderContext context) => Inner.EvaluateUncalled(context);
}
