using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Something that a template can call.</summary>
internal abstract class TemplateFunction
{
    public abstract string Name { get; }

    /// <summary>Calls it.</summary>
    /// <param name="context">The rendering.</param>
    /// <param name="caller">The place of the call, for messages.</param>
    /// <param name="arguments">What is passed.</param>
    public abstract object? Invoke(RenderContext context, Node caller, Arguments arguments);
}

/// <summary>The arguments of one call.</summary>
/// <param name="positional">Those without a name. They lie on the rendering's stack and must not be kept.</param>
/// <param name="named">Those with a name.</param>
internal readonly ref struct Arguments(ReadOnlySpan<object?> positional, TemplateObject? named)
{
    public ReadOnlySpan<object?> Positional { get; } = positional;

    public TemplateObject? Named { get; } = named;
}
