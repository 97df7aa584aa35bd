using BillingHeadless.Templating.Functions;
using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary><c>target.name</c> or <c>target?.name</c></summary>
internal sealed class MemberAccess : Expression, IAssignable
{
    public MemberAccess(SourceText source, SourceSpan nameSpan, Expression target, string name, bool isOptional)
        : base(source, target.Span.To(nameSpan))
    {
        Target = target;
        Name = name;
        Focus = nameSpan;
        IsOptional = isOptional;
        Height = Above(target);
    }

    public override SourceSpan Focus { get; }

    public Expression Target { get; }

    public string Name { get; }

    /// <summary>Whether a target that is null gives null, as it does behind <c>?.</c> and for all that follows it.</summary>
    public bool IsOptional { get; }

    public override object? Evaluate(RenderContext context) => CallIfFunction(context, EvaluateUncalled(context));

    public override object? EvaluateUncalled(RenderContext context)
    {
        context.StepInto(this);
        var target = Target.Evaluate(context);
        if (target is not null) return Members.Get(context, this, target, Name);
        return IsOptional ? null : throw RenderContext.Fail(this, $"Object `{Target.Excerpt}` is null. Cannot access member: {Excerpt}");
    }

    public void Assign(RenderContext context, object? value)
    {
        var target = Target.Evaluate(context);
        if (ReferenceEquals(target, Builtins.Date) && Name == DateFunctions.FormatMember)
            context.DateFormat = ValueText.Of(context, this, value);
        else Members.Set(context, this, target, Name, value);
    }
}

/// <summary><c>target[index]</c></summary>
internal sealed class ElementAccess : Expression, IAssignable
{
    private readonly Expression _target;
    private readonly Expression _index;

    public ElementAccess(SourceText source, SourceSpan span, Expression target, Expression index) : base(source, span)
    {
        _target = target;
        _index = index;
        Height = Above(target, index);
    }

    public Expression Target => _target;

    public Expression Index => _index;

    public override object? Evaluate(RenderContext context) => CallIfFunction(context, EvaluateUncalled(context));

    public override object? EvaluateUncalled(RenderContext context)
    {
        context.StepInto(this);
        var target = _target.Evaluate(context)
            ?? throw RenderContext.Fail(this, $"Object `{_target.Excerpt}` is null. Cannot access indexer: {Excerpt}");
        var index = _index.Evaluate(context)
            ?? throw RenderContext.Fail(_index, $"Cannot access target `{_target.Excerpt}` with a null indexer: {Excerpt}");
        return Members.GetElement(context, this, target, index);
    }

    public void Assign(RenderContext context, object? value) =>
        Members.SetElement(context, this, _target.Evaluate(context), _index.Evaluate(context), value);
}
