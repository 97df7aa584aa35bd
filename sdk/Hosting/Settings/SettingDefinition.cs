using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>One setting of a plugin. Values are texts: a whole number in decimal digits, a flag as <c>true</c> or <c>false</c>.</summary>
public sealed record SettingDefinition
{
    public required string Name { get; init; }

    public required SettingKind Kind { get; init; }

    /// <summary>Its name by language code; empty when the manifest gives none: then the name stands for it.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    public bool Required { get; init; }

    /// <summary>A secret is encrypted at rest, never shown again and blackened in logs.</summary>
    public bool Secret { get; init; }

    /// <summary>The value when the merchant sets none.</summary>
    public string? Default { get; init; }

    /// <summary>Characters of a text.</summary>
    public int MinimumLength { get; init; }

    /// <inheritdoc cref="MinimumLength"/>
    public int MaximumLength { get; init; } = HostingLimits.SettingLength;

    /// <summary>The least whole number.</summary>
    public long Minimum { get; init; } = long.MinValue;

    /// <summary>The greatest whole number.</summary>
    public long Maximum { get; init; } = long.MaxValue;

    /// <summary>What a text must match somewhere, as in JSON Schema; without backtracking, so that no value can stall us.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The values of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What is wrong with the value, as one English sentence; null when nothing is.</summary>
    public string? Check(string value) => Kind switch
    {
        SettingKind.Text => CheckText(value),
        SettingKind.Number => CheckNumber(value),
        SettingKind.Flag => value is "true" or "false" ? null : "It must be true or false.",
        _ => Values.Contains(value) ? null : $"It must be one of {string.Join(", ", Values)}.",
    };

    private string? CheckText(string value)
    {
        if (value.Length < MinimumLength || value.Length > MaximumLength)
        {
            return $"It must have {MinimumLength} to {MaximumLength} characters.";
        }

        return Pattern?.IsMatch(value) == false ? $"It must match the pattern {Pattern}." : null;
    }

    private string? CheckNumber(string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return "It must be a whole number.";
        }

        return number < Minimum || number > Maximum ? $"It must be from {Minimum} to {Maximum}." : null;
    }
}

/// <summary>Types of settings.</summary>
public enum SettingKind
{
    /// <summary>JSON Schema <c>string</c>.</summary>
    Text,

    /// <summary>JSON Schema <c>integer</c>.</summary>
    Number,

    /// <summary>JSON Schema <c>boolean</c>.</summary>
    Flag,

    /// <summary>JSON Schema <c>string</c> with <c>enum</c>.</summary>
    Choice,
}
