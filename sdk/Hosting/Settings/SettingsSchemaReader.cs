using System.Text.RegularExpressions;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Reads the <c>settings</c> of a manifest: the part of JSON Schema that describes one flat object.</summary>
internal static partial class SettingsSchemaReader
{
    private const int LongestWord = 200;

    public static SettingsSchema Read(ManifestNode? node)
    {
        if (node is null || !node.IsObjectOf("type", "properties", "required", "additionalProperties"))
        {
            return SettingsSchema.Empty;
        }

        if (node.Member("type") is { } type && type.Text(LongestWord) is not (null or "object"))
        {
            type.Problem("This must be \"object\": settings are one flat object.");
        }

        if (node.Member("additionalProperties") is { } others && others.Flag())
        {
            others.Problem("This must be false: a setting that is not listed is refused.");
        }

        var properties = ReadProperties(node.Member("properties"));
        return WithRequired(properties, node.Member("required"));
    }

    private static List<SettingDefinition> ReadProperties(ManifestNode? node)
    {
        var settings = new List<SettingDefinition>();
        if (node is null)
        {
            return settings;
        }

        if (!node.IsObject || node.Element.GetPropertyCount() > HostingLimits.Settings)
        {
            node.Problem($"This must be an object of at most {HostingLimits.Settings} settings.");
            return settings;
        }

        foreach (var (name, property) in node.Members())
        {
            if (!Name().IsMatch(name))
            {
                property.Problem("Name a setting with a lower-case letter first and then letters and digits, 40 at most.");
            }

            if (ReadSetting(name, property) is { } setting)
            {
                settings.Add(setting);
            }
        }

        return settings;
    }

    private static SettingDefinition? ReadSetting(string name, ManifestNode node)
    {
        if (!node.IsObject || node.Required("type", "string, integer or boolean") is not { } type)
        {
            return null;
        }

        SettingDefinition? setting = (type.Text(LongestWord), node.Member("enum")) switch
        {
            ("string", { } values) => ReadChoice(name, node, values),
            ("string", _) => ReadText(name, node),
            ("integer", _) => ReadNumber(name, node),
            ("boolean", _) => ReadFlag(name, node),
            _ => null,
        };
        if (setting is null)
        {
            type.Problem("This must be \"string\", \"integer\" or \"boolean\".");
            return null;
        }

        return WithDefault(setting with { Titles = ReadTitles(node) }, node.Member("default"));
    }

    private static IReadOnlyDictionary<string, string> ReadTitles(ManifestNode node) =>
        node.Member("titles") is { } titles ? ManifestReader.ReadTitles(titles) : new Dictionary<string, string>();

    private static SettingDefinition ReadText(string name, ManifestNode node)
    {
        node.IsObjectOf("type", "titles", "default", "secret", "minLength", "maxLength", "pattern");
        var minimum = ReadLength(node.Member("minLength")) ?? 0;
        var maximum = ReadLength(node.Member("maxLength")) ?? HostingLimits.SettingLength;
        if (minimum > maximum)
        {
            node.Problem("\"minLength\" must not be above \"maxLength\".");
        }

        return new SettingDefinition
        {
            Name = name,
            Kind = SettingKind.Text,
            Secret = node.Member("secret")?.Flag() == true,
            MinimumLength = minimum,
            MaximumLength = maximum,
            Pattern = ReadPattern(node.Member("pattern")),
        };
    }

    private static SettingDefinition ReadChoice(string name, ManifestNode node, ManifestNode values)
    {
        node.IsObjectOf("type", "titles", "default", "enum");
        var texts = values.List(HostingLimits.EnumerationValues)?.Select(value => value.Text(LongestWord) ?? "").ToList() ?? [];
        if (texts.Count == 0 || texts.Distinct(StringComparer.Ordinal).Count() != texts.Count)
        {
            values.Problem("List at least one value, each once.");
        }

        return new SettingDefinition { Name = name, Kind = SettingKind.Choice, Values = texts };
    }

    private static SettingDefinition ReadNumber(string name, ManifestNode node)
    {
        node.IsObjectOf("type", "titles", "default", "minimum", "maximum");
        var minimum = node.Member("minimum")?.Number() ?? long.MinValue;
        var maximum = node.Member("maximum")?.Number() ?? long.MaxValue;
        if (minimum > maximum)
        {
            node.Problem("\"minimum\" must not be above \"maximum\".");
        }

        return new SettingDefinition { Name = name, Kind = SettingKind.Number, Minimum = minimum, Maximum = maximum };
    }

    private static SettingDefinition ReadFlag(string name, ManifestNode node)
    {
        node.IsObjectOf("type", "titles", "default");
        return new SettingDefinition { Name = name, Kind = SettingKind.Flag };
    }

    private static SettingDefinition WithDefault(SettingDefinition setting, ManifestNode? node)
    {
        if (node is null)
        {
            return setting;
        }

        if (setting.Secret)
        {
            node.Problem("Remove this: a secret has no default.");
            return setting;
        }

        if (!setting.IsOfKind(node.Element))
        {
            node.Problem($"This must be {setting.KindInWords()}, as the setting's type says.");
            return setting;
        }

        var value = SettingKinds.TextOf(node.Element);
        if (setting.Check(value) is { } problem)
        {
            node.Problem($"The default breaks the setting's own rule. {problem}");
        }

        return setting with { Default = value };
    }

    private static int? ReadLength(ManifestNode? node)
    {
        if (node?.Number() is not { } length)
        {
            return null;
        }

        if (length is >= 0 and <= HostingLimits.SettingLength)
        {
            return (int)length;
        }

        node.Problem($"This must be from 0 to {HostingLimits.SettingLength}.");
        return null;
    }

    private static Regex? ReadPattern(ManifestNode? node)
    {
        if (node?.Text(HostingLimits.PatternLength) is not { } pattern)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            node.Problem($"This pattern cannot be used: {refused.Message}");
            return null;
        }
    }

    private static SettingsSchema WithRequired(List<SettingDefinition> settings, ManifestNode? node)
    {
        foreach (var item in node?.List(HostingLimits.Settings) ?? [])
        {
            var at = settings.FindIndex(setting => setting.Name == item.Text(LongestWord));
            if (at < 0)
            {
                item.Problem("This names no setting among \"properties\".");
                continue;
            }

            settings[at] = settings[at] with { Required = true };
        }

        return new SettingsSchema(settings);
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
