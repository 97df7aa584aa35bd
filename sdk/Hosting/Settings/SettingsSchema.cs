using System.Text.Json;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>The settings that a plugin takes, in the order of its manifest: one flat set.</summary>
public sealed class SettingsSchema(IReadOnlyList<SettingDefinition> settings)
{
    /// <summary>A plugin without settings.</summary>
    public static SettingsSchema Empty { get; } = new([]);

    public IReadOnlyList<SettingDefinition> Settings => settings;

    public SettingDefinition? Find(string name) => settings.FirstOrDefault(setting => setting.Name == name);

    /// <summary>What is wrong, by setting; empty when the values are usable. A default counts as set.</summary>
    public IReadOnlyDictionary<string, string> Validate(IReadOnlyDictionary<string, string> values)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unknown in values.Keys.Where(name => Find(name) is null))
        {
            errors[unknown] = "There is no such setting.";
        }

        foreach (var setting in settings)
        {
            var problem = values.TryGetValue(setting.Name, out var value)
                ? setting.Check(value)
                : setting is { Required: true, Default: null } ? "It is required." : null;
            if (problem is not null)
            {
                errors[setting.Name] = problem;
            }
        }

        return errors;
    }

    /// <summary>The values, and the default of every setting that has no value.</summary>
    public IReadOnlyDictionary<string, string> WithDefaults(IReadOnlyDictionary<string, string> values)
    {
        var complete = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            if (setting.Default is { } usual)
            {
                complete.TryAdd(setting.Name, usual);
            }
        }

        return complete;
    }

    /// <summary>The values of those settings that are secrets.</summary>
    public IReadOnlyList<string> SecretsAmong(IReadOnlyDictionary<string, string> values) =>
        [.. settings.Where(setting => setting.Secret && values.ContainsKey(setting.Name)).Select(setting => values[setting.Name])];

    /// <summary>
    /// Reads a JSON object as it comes over the API, where a number is a number and a flag is true or false, and checks it.
    /// A null counts as not set.
    /// </summary>
    public SettingsReading Read(JsonElement json)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            if (Find(member.Name) is not { } setting || setting.IsOfKind(member.Value))
            {
                values[member.Name] = SettingKinds.TextOf(member.Value);
            }
            else
            {
                errors[member.Name] = $"It must be {setting.KindInWords()}.";
            }
        }

        foreach (var (name, problem) in Validate(values))
        {
            errors.TryAdd(name, problem);
        }

        return new SettingsReading(values, errors);
    }
}

/// <summary>Settings that were read from JSON: the values as texts, and what is wrong by setting.</summary>
public sealed record SettingsReading(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Errors);
