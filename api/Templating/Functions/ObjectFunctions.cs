using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>object</c>.</summary>
internal static class ObjectFunctions
{
    public static TemplateObject Create() => new BuiltinObject("object")
        .Add("default", "value default", static call =>
            call.Value(0) is null or "" or SafeText { Text: "" } ? call.Value(1) : call.Value(0))
        .Add("format", "value format culture?", Format)
        .Add("has_key", "value key", static call => Integers.Box(TryFind(call, out _)))
        .Add("has_value", "value key", static call => Integers.Box(TryFind(call, out var value) && value is not null))
        .Add("keys", "value", static call => Collect(call, static member => member.Key))
        .Add("values", "value", static call => Collect(call, static member => member.Value))
        .Add("size", "value", Size)
        .Add("typeof", "value", static call => TypeOf(call.Value(0)))
        .Add("kind", "value", static call => Kinds.Of(call.Value(0)))
        .Add("to_json", "value", static call => new JsonText(call.Context, call.Caller).Write(call.Value(0)))
        .Add("from_json", "json", static call => JsonReading.Read(call, call.Text(0)))
        .Members;

    private static object? Format(Invocation call) => call.Value(0) switch
    {
        null => null,
        SafeText or string or bool => call.Text(0),
        IFormattable value => NumberFormatting.Format(call, value, call.Text(1), Culture.Named(call, 2)),
        _ => call.Text(0),
    };

    private static bool TryFind(Invocation call, out object? value)
    {
        value = null;
        var key = call.Text(1);
        return call.Value(0) switch
        {
            TemplateObject members => members.TryGet(key, out value),
            IReadOnlyDictionary<string, object?> host => host.TryGetValue(key, out value),
            TemplateArray { Members: { } attached } => attached.TryGet(key, out value),
            _ => false,
        };
    }

    private static TemplateArray Collect(Invocation call, Func<KeyValuePair<string, object?>, object?> part)
    {
        var members = call.Value(0) is TemplateArray { Members: { } attached } ? attached : call.Value(0);
        if (members is null) return call.NewList(0);
        var list = call.NewList(Members.Count(members));
        foreach (var member in Members.All(members)) list.Add(part(member));
        return list;
    }

    private static object Size(Invocation call) => Integers.Box(call.Value(0) switch
    {
        string or SafeText => call.Text(0).Length,
        IReadOnlyList<object?> list => list.Count,
        { } value => Members.Count(value),
        null => 0,
    });

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        bool => "boolean",
        string or SafeText => "string",
        IntegerRange => "iterator",
        IReadOnlyList<object?> => "array",
        _ => Kinds.IsNumber(value) ? "number" : "object",
    };
}
