using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>Collects the functions of one built-in object. All renderings share it, so nothing can be set on it.</summary>
internal sealed class BuiltinObject(string name)
{
    public TemplateObject Members { get; } = new() { IsReadOnly = true };

    public BuiltinObject Add(string function, string parameters, BuiltinBody body)
    {
        Members.Set(function, new BuiltinFunction($"{name}.{function}", parameters, body));
        return this;
    }

    /// <summary>Adds a function of one text, which answers null for null.</summary>
    public BuiltinObject AddOnText(string function, Func<string, object?> body) =>
        Add(function, "text", call => call.IsNull(0) ? null : Result(call, body(call.Text(0))));

    private static object? Result(Invocation call, object? value) => value is string text ? call.Paid(text) : value;
}
