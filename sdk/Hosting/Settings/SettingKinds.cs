using System.Globalization;
using System.Text.Json;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>How the types of settings look in JSON.</summary>
internal static class SettingKinds
{
    public static bool IsOfKind(this SettingDefinition setting, JsonElement json) => setting.Kind switch
    {
        SettingKind.Number => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        SettingKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => json.ValueKind == JsonValueKind.String && IsWhole(json),
    };

    public static string KindInWords(this SettingDefinition setting) => setting.Kind switch
    {
        SettingKind.Number => "a whole number",
        SettingKind.Flag => "true or false",
        _ => "a text",
    };

    /// <summary>The value as settings are kept: one number has one text, whatever its spelling in JSON.</summary>
    public static string TextOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => json.GetString()!,
        _ => json.GetRawText(),
    };

    // JSON can spell half a surrogate pair, which is no text: reading it throws.
    private static bool IsWhole(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
