using System.Text.Json.Nodes;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Command;

/// <summary>An adapter's settings as the API takes them. Adapters have texts, as plugins read them; over the API a number is a number.</summary>
internal static class SettingsBody
{
    /// <exception cref="InvalidOperationException">The settings do not fit the manifest.</exception>
    public static JsonObject Of(IReadOnlyDictionary<string, string> settings, SettingsSchema schema)
    {
        if (schema.Validate(settings).ToList() is [var (name, problem), ..])
        {
            throw new InvalidOperationException($"The adapter's settings do not fit plugin.json. {name}: {problem}");
        }

        var values = settings.Select(setting => KeyValuePair.Create(setting.Key, ValueOf(setting.Value, schema.Find(setting.Key)!.Kind)));
        return new JsonObject { ["enabled"] = true, ["settings"] = new JsonObject(values) };
    }

    private static JsonNode? ValueOf(string text, SettingKind kind) => kind is SettingKind.Number or SettingKind.Flag ? JsonNode.Parse(text) : text;
}
