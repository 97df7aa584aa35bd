using System.Text.Json;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>The settings that a plugin takes, in the order of its manifest: one flat set.</summary>
public sealed class SettingsSchema(IReadOnlyList<SettingDefinition> settings)
{
    private const string Unknown = "There is no such setting.";

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
            errors[unknown] = Unknown;
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
    /// Reads values as they come over the API, where a number is a number and a flag is true or false, and checks them.
    /// A null counts as not set.
    /// </summary>
    /// <param name="given">The values by setting.</param>
    /// <param name="others">What holds for settings that are not among them.</param>
    public SettingsReading Read(IReadOnlyDictionary<string, JsonElement> given, IReadOnlyDictionary<string, string> others)
    {
        var values = others.Where(value => !given.ContainsKey(value.Key)).ToDictionary(StringComparer.Ordinal);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, json) in given.Where(value => value.Value.ValueKind != JsonValueKind.Null))
        {
            if (Find(name) is not { } setting)
            {
                errors[name] = Unknown;
            }
            else if (setting.IsOfKind(json))
            {
                values[name] = SettingKinds.TextOf(json);
            }
            else
            {
                errors[name] = $"It must be {setting.KindInWords()}.";
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
