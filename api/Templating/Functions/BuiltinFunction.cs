using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>What a built-in function does.</summary>
internal delegate object? BuiltinBody(Invocation call);

/// <summary>A function of the language itself.</summary>
internal sealed class BuiltinFunction : TemplateFunction
{
    /// <summary>Stands where a named argument left a gap.</summary>
    public static readonly object Missing = new();

    private readonly BuiltinBody _body;
    private readonly string[] _parameters;
    private readonly int _required;
    private readonly bool _isVariadic;
    private readonly bool _takesAnyName;

    /// <summary>Describes a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">
    /// Its parameters, with <c>?</c> behind those that may be missing and <c>...</c> behind the one that takes the rest.
    /// </param>
    /// <param name="body">What it does.</param>
    /// <param name="takesAnyName">Whether named arguments are passed on as they are, whatever their names.</param>
    public BuiltinFunction(string name, string parameters, BuiltinBody body, bool takesAnyName = false)
    {
        Name = name;
        _body = body;
        _takesAnyName = takesAnyName;
        var words = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _isVariadic = words.Length > 0 && words[^1].EndsWith("...", StringComparison.Ordinal);
        _required = words.Count(word => !word.EndsWith('?') && !word.EndsWith("...", StringComparison.Ordinal));
        _parameters = [.. words.Select(word => word.TrimEnd('?', '.'))];
    }

    public override string Name { get; }

    public override object? Invoke(RenderContext context, Node caller, Arguments arguments)
    {
        context.Step(caller);
        var bound = arguments.Named is null || _takesAnyName ? arguments.Positional : Bind(caller, arguments);
        if (bound.Length < _required || (bound.Length > _parameters.Length && !_isVariadic)) throw WrongCount(caller, bound.Length);
        try
        {
            return _body(new Invocation(context, caller, bound, arguments.Named));
        }
        catch (Exception error) when (error is ArgumentException or ArithmeticException or FormatException or InvalidOperationException)
        {
            throw RenderContext.Fail(caller, $"Unexpected error in `{Name}`: {error.Message}");
        }
    }

    private ReadOnlySpan<object?> Bind(Node caller, Arguments arguments)
    {
        var named = arguments.Named!;
        var bound = new object?[Math.Max(_parameters.Length, arguments.Positional.Length)];
        Array.Fill(bound, Missing);
        arguments.Positional.CopyTo(bound);
        for (var index = 0; index < named.Count; index++)
        {
            var (name, value) = named.At(index);
            var position = Array.IndexOf(_parameters, name);
            if (position < 0) throw RenderContext.Fail(caller, $"The argument `{name}` was not found on the function `{Name}`");
            bound[position] = value;
        }

        var count = bound.Length;
        while (count > 0 && ReferenceEquals(bound[count - 1], Missing)) count--;
        if (bound.AsSpan(0, Math.Min(count, _required)).Contains(Missing))
            throw WrongCount(caller, arguments.Positional.Length + named.Count);
        return bound.AsSpan(0, count);
    }

    private TemplateException WrongCount(Node caller, int given)
    {
        var expected = _required == _parameters.Length ? $"`{_required}`" : $"at least `{_required}`";
        return RenderContext.Fail(caller, $"Invalid number of arguments `{given}` passed to `{Name}` while expecting {expected} arguments");
    }
}
