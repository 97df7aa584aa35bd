using System.Text.Json;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>Reads JSON as values.</summary>
internal static class JsonReading
{
    public static object? Read(Invocation call, string json)
    {
        call.Context.Steps(call.Caller, json.Length / 4);
        call.Context.PayForBytes(call.Caller, json.Length * 16L);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = call.Context.Limits.ValueDepth });
            return ValueOf(call, document.RootElement);
        }
        catch (JsonException error)
        {
            throw call.Fail($"Invalid JSON: {error.Message}");
        }
    }

    private static object? ValueOf(Invocation call, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new TemplateObject();
                foreach (var member in element.EnumerateObject()) members.Set(member.Name, ValueOf(call, member.Value));
                return members;
            case JsonValueKind.Array:
                var list = call.NewList(element.GetArrayLength());
                foreach (var item in element.EnumerateArray()) list.Add(ValueOf(call, item));
                return list;
            case JsonValueKind.Number: return NumberOf(element);
            case JsonValueKind.String: return element.GetString();
            case JsonValueKind.True or JsonValueKind.False: return Integers.Box(element.GetBoolean());
            default: return null;
        }
    }

    private static object NumberOf(JsonElement element)
    {
        if (element.TryGetInt32(out var number)) return Integers.Box(number);
        if (element.TryGetInt64(out var longer)) return longer;
        return element.GetDouble();
    }
}
