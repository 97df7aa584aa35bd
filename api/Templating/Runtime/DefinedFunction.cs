using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>A function that a template defines.</summary>
internal sealed class DefinedFunction(FunctionDefinition definition) : TemplateFunction
{
    public override string Name => definition.Name;

    public override object? Invoke(RenderContext context, Node caller, Arguments arguments)
    {
        context.EnterCall(caller);
        context.PayForElements(caller, arguments.Positional.Length + 4L, arguments.Positional.Length);
        var (scope, frame, block) = (context.Scope, context.Frame, context.Block);
        context.Block = context.TakePendingBlock();
        if (definition.Parameters is { } parameters) EnterWithParameters(context, caller, parameters, arguments);
        else context.Frame = new CallFrame(WithNamed(new TemplateArray(arguments.Positional), arguments.Named));
        definition.Body.Execute(context);
        var result = context.TakeReturnValue();
        (context.Scope, context.Frame, context.Block) = (scope, frame, block);
        context.LeaveCall();
        return result;
    }

    private static TemplateArray WithNamed(TemplateArray array, TemplateObject? named)
    {
        for (var index = 0; index < (named?.Count ?? 0); index++)
        {
            var (name, value) = named!.At(index);
            array.SetMember(name, value);
        }

        return array;
    }

    private void EnterWithParameters(RenderContext context, Node caller, FunctionParameter[] parameters, Arguments arguments)
    {
        var members = new TemplateObject(parameters.Length);
        var direct = new TemplateArray(parameters.Length);
        context.Scope = new ObjectScope(members, context.Scope);
        context.Frame = new CallFrame(direct);
        if (arguments.Positional.Length > parameters.Length && parameters is not [.., { IsVariadic: true }])
            throw WrongCount(caller, arguments.Positional.Length, parameters);
        RequireKnownNames(caller, parameters, arguments.Named);
        for (var index = 0; index < parameters.Length; index++)
        {
            var value = Bind(context, caller, parameters, index, arguments);
            members.Set(parameters[index].Name, value);
            direct.Add(value);
        }
    }

    private object? Bind(RenderContext context, Node caller, FunctionParameter[] parameters, int index, Arguments arguments)
    {
        var parameter = parameters[index];
        if (arguments.Named is { } named && named.TryGet(parameter.Name, out var value)) return value;
        if (parameter.IsVariadic)
            return new TemplateArray(index < arguments.Positional.Length ? arguments.Positional[index..] : []);
        if (index < arguments.Positional.Length) return arguments.Positional[index];
        return parameter.Default is { } fallback
            ? fallback.Evaluate(context)
            : throw WrongCount(caller, arguments.Positional.Length + (arguments.Named?.Count ?? 0), parameters);
    }

    private void RequireKnownNames(Node caller, FunctionParameter[] parameters, TemplateObject? named)
    {
        foreach (var name in named?.Names ?? [])
        {
            if (!parameters.Any(parameter => parameter.Name == name))
                throw RenderContext.Fail(caller, $"The argument `{name}` was not found on the function `{Name}`");
        }
    }

    private TemplateException WrongCount(Node caller, int given, FunctionParameter[] parameters)
    {
        var required = parameters.Count(parameter => parameter.Default is null && !parameter.IsVariadic);
        var expected = required == parameters.Length ? $"`{required}`" : $"at least `{required}`";
        return RenderContext.Fail(caller, $"Invalid number of arguments `{given}` passed to `{Name}` while expecting {expected} arguments");
    }
}
