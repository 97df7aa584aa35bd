using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Nodes;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its value where none is passed; null if one must be passed.</param>
/// <param name="IsVariadic">Whether it takes all further arguments as an array.</param>
internal sealed record FunctionParameter(string Name, Expression? Default, bool IsVariadic);

/// <summary>A function as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters; null for a simple function, which takes anything and reads <c>$</c>.</param>
/// <param name="Body">What it does.</param>
internal sealed record FunctionDefinition(string Name, FunctionParameter[]? Parameters, Statement Body);

/// <summary><c>func name … end</c> or <c>name(x) = …</c></summary>
internal sealed class FunctionDeclaration(
    SourceText source, SourceSpan span, IAssignable target, FunctionDefinition definition) : Statement(source, span)
{
    private readonly DefinedFunction _function = new(definition);

    public override void Execute(RenderContext context) => target.Assign(context, _function);
}

/// <summary><c>do … end</c></summary>
internal sealed class AnonymousFunction(SourceText source, SourceSpan span, FunctionDefinition definition) : Expression(source, span)
{
    private readonly DefinedFunction _function = new(definition);

    public override object? Evaluate(RenderContext context) => _function;
}

/// <summary><c>ret value</c></summary>
internal sealed class Return(SourceText source, SourceSpan span, Expression? value) : Statement(source, span)
{
    public override void Execute(RenderContext context)
    {
        context.ReturnValue = value?.Evaluate(context);
        context.Flow = Flow.Return;
    }
}

/// <summary><c>wrap function argument … end</c></summary>
internal sealed class Wrap(SourceText source, SourceSpan span, Call call, Block body) : Statement(source, span)
{
    public override void Execute(RenderContext context) =>
        context.WriteValue(this, call.EvaluateWrapping(context, new WrappedBlock(body, context.Block)));
}
