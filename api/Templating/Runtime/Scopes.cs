using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>An object whose members are variables: the page's, the parameters of a function, or that of a <c>with</c>.</summary>
internal sealed class ObjectScope(TemplateObject members, ObjectScope? outer)
{
    public TemplateObject Members { get; } = members;

    public ObjectScope? Outer { get; } = outer;

    /// <summary>The innermost loop that runs in it.</summary>
    public LoopFrame? Loop { get; set; }
}

/// <summary>One call of a function or an included page: its <c>$</c> variables and arguments.</summary>
internal sealed class CallFrame(TemplateArray? arguments)
{
    private TemplateArray? _arguments = arguments;
    private TemplateObject? _locals;

    public TemplateArray Arguments => _arguments ??= new TemplateArray();

    /// <summary>The innermost loop that runs in it.</summary>
    public LoopFrame? Loop { get; set; }

    public TemplateObject Locals => _locals ??= new TemplateObject();

    public bool TryGetLocal(string name, out object? value)
    {
        if (_locals is not null) return _locals.TryGet(name, out value);
        value = null;
        return false;
    }
}

/// <summary>The statements that a <c>wrap</c> passes to a function.</summary>
internal sealed class WrappedBlock(Block body, WrappedBlock? outer)
{
    /// <summary>
    /// Runs them where the function is, so that they see its <c>$</c> variables; <c>$$</c> in them is what it was where they are
    /// written.
    /// </summary>
    public void Execute(RenderContext context, Node place)
    {
        context.EnterCall(place);
        var block = context.Block;
        context.Block = outer;
        body.Execute(context);
        context.Block = block;
        context.LeaveCall();
    }
}
