using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>An expression that stands alone: its value is written.</summary>
internal sealed class Output(SourceText source, SourceSpan span, Expression expression) : Statement(source, span)
{
    public Expression Expression { get; } = expression;

    public override void Execute(RenderContext context)
    {
        var value = Expression.Evaluate(context);
        if (value is WrappedBlock block) block.Execute(context, this);
        else context.WriteValue(this, value);
    }
}

/// <summary><c>target = value</c></summary>
internal sealed class Assignment(SourceText source, SourceSpan span, IAssignable target, Expression value) : Statement(source, span)
{
    public override void Execute(RenderContext context) => target.Assign(context, value.Evaluate(context));
}

/// <summary><c>target += value</c> and the like</summary>
internal sealed class CompoundAssignment(SourceText source, SourceSpan span, Expression target, BinaryOperator sign, Expression value)
    : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        var left = target.Evaluate(context);
        ((IAssignable)target).Assign(context, Operators.Apply(context, this, sign, left, value.Evaluate(context)));
    }
}

/// <summary><c>target ??= value</c></summary>
internal sealed class CoalescingAssignment(
    SourceText source, SourceSpan span, Expression target, Expression value) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        if (target.Evaluate(context) is null) ((IAssignable)target).Assign(context, value.Evaluate(context));
    }
}

/// <summary><c>if condition … else if condition … else … end</c></summary>
internal sealed class If(
    SourceText source, SourceSpan span, (Expression Condition, Block Body)[] branches, Block? otherwise) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        foreach (var (condition, body) in branches)
        {
            if (!Truth.Of(condition.Evaluate(context))) continue;
            body.Execute(context);
            return;
        }

        otherwise?.Execute(context);
    }
}

/// <summary><c>case value when match, match … else … end</c></summary>
internal sealed class Case(
    SourceText source, SourceSpan span, Expression value, (Expression[] Matches, Block Body)[] branches, Block? otherwise)
    : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        var actual = value.Evaluate(context);
        foreach (var (matches, body) in branches)
        {
            if (!AnyEquals(context, matches, actual)) continue;
            body.Execute(context);
            return;
        }

        otherwise?.Execute(context);
    }

    private static bool AnyEquals(RenderContext context, Expression[] matches, object? actual)
    {
        foreach (var match in matches)
        {
            if (Operators.AreEqual(context, match, actual, match.Evaluate(context))) return true;
        }

        return false;
    }
}

/// <summary><c>capture target … end</c></summary>
internal sealed class Capture(SourceText source, SourceSpan span, IAssignable target, Block body) : Statement(source, span)
{
    public override void Execute(RenderContext context) => target.Assign(context, context.Rendered(context.Capture(this, body)));
}

/// <summary><c>with object … end</c></summary>
internal sealed class With(SourceText source, SourceSpan span, Expression target, Block body) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        context.EnterCall(this);
        var outer = context.Scope;
        context.Scope = new ObjectScope(Members(context), outer);
        body.Execute(context);
        context.Scope = outer;
        context.LeaveCall();
    }

    private TemplateObject Members(RenderContext context)
    {
        var value = target.Evaluate(context);
        switch (value)
        {
            case TemplateObject members: return members;
            case IReadOnlyDictionary<string, object?> host:
                context.PayForElements(this, host.Count, host.Count);
                var copy = new TemplateObject(host.Count) { IsReadOnly = true };
                foreach (var (name, member) in host) copy.Set(name, member);
                return copy;
            default:
                var kind = Kinds.Of(value) ?? "null";
                throw RenderContext.Fail(
                    target,
                    $"Invalid target property `{target.Excerpt}` used for [with] statement. Must be an object instead of `{kind}`");
        }
    }
}

/// <summary><c>import object</c></summary>
internal sealed class Import(SourceText source, SourceSpan span, Expression value) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        var from = value.Evaluate(context);
        if (from is not (TemplateObject or IReadOnlyDictionary<string, object?>))
            throw RenderContext.Fail(value, $"Unexpected value `{Kinds.Of(from) ?? "null"}` for import. Expecting an object");
        var scope = context.Scope.Members;
        foreach (var (name, member) in Members.All(from).ToArray())
        {
            context.Step(this);
            if (scope.CanSet(name)) context.SetMember(this, scope, name, member);
        }
    }
}

/// <summary><c>readonly variable</c></summary>
internal sealed class ReadOnly(SourceText source, SourceSpan span, Expression variable) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        if (variable is GlobalVariable global) context.Scope.Members.Freeze(global.Name);
        else context.Frame.Locals.Freeze(((LocalVariable)variable).Name);
    }
}

/// <summary><c>break</c> or <c>continue</c></summary>
internal sealed class LoopJump(SourceText source, SourceSpan span, Flow flow) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        if (context.Frame.Loop is null)
            throw RenderContext.Fail(this,
                $"The <{(flow == Flow.Break ? "break" : "continue")}> statement can only be used inside for/while loops");
        context.Flow = flow;
    }
}
