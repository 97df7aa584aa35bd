using BillingHeadless.Templating.Functions;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

internal sealed partial class RenderContext
{
    private HostValues? _hostValues;

    /// <summary>The object whose members are the variables here.</summary>
    public ObjectScope Scope { get; set; }

    /// <summary>The function or page that is running.</summary>
    public CallFrame Frame { get; set; }

    /// <summary>A value, perhaps from the host, as the language knows it.</summary>
    public object? Admit(Node place, object? value) =>
        HostValues.IsKnown(value) ? value : (_hostValues ??= new HostValues(this)).Admit(place, value!);

    public object? GetVariable(string name)
    {
        for (var scope = Scope; scope is not null; scope = scope.Outer)
        {
            for (var loop = scope.Loop; loop is not null; loop = loop.OuterInScope)
            {
                if (!loop.IsLocal && loop.Variable == name) return loop.Value;
            }

            if (scope.Members.TryGet(name, out var value)) return value;
        }

        return Builtins.Root.GetValueOrDefault(name);
    }

    public void SetVariable(Node place, string name, object? value)
    {
        for (var loop = Scope.Loop; loop is not null; loop = loop.OuterInScope)
        {
            if (loop.IsLocal || loop.Variable != name) continue;
            loop.Value = value;
            return;
        }

        SetMember(place, Scope.Members, name, value);
    }

    public object? GetLocal(string name)
    {
        for (var loop = Frame.Loop; loop is not null; loop = loop.OuterInCall)
        {
            if (loop.IsLocal && loop.Variable == name) return loop.Value;
        }

        if (Frame.TryGetLocal(name, out var value)) return value;
        if (name.Length == 0) return Frame.Arguments;
        return int.TryParse(name, out var index) && index < Frame.Arguments.Count ? Frame.Arguments[index] : null;
    }

    public void SetLocal(Node place, string name, object? value)
    {
        for (var loop = Frame.Loop; loop is not null; loop = loop.OuterInCall)
        {
            if (!loop.IsLocal || loop.Variable != name) continue;
            loop.Value = value;
            return;
        }

        SetMember(place, Frame.Locals, name, value);
    }

    /// <summary>The running loop that <c>for</c>, <c>while</c> or <c>tablerow</c> means here.</summary>
    public LoopFrame? FindLoop(string keyword)
    {
        for (var loop = Frame.Loop; loop is not null; loop = loop.OuterInCall)
        {
            if (loop.Keyword == keyword) return loop;
        }

        return null;
    }

    /// <summary>Sets a member of an object, which may be read-only or full.</summary>
    public void SetMember(Node place, TemplateObject target, string name, object? value)
    {
        if (!target.CanSet(name)) throw Fail(place, $"Cannot set the readonly variable `{name}`");
        if (!target.Contains(name)) PayForElements(place, 1, target.Count + 1);
        target.Set(name, value);
    }
}
