using System.Globalization;

namespace BillingHeadless.Plugins;

/// <summary>
/// One flat set of settings: strings, whole numbers, booleans and enumerations, as the manifest's schema names them.
/// A value that the merchant left out holds the schema's default; asking for one that has neither throws.
/// </summary>
/// <param name="values">Name to value: numbers in decimal digits, booleans <c>true</c> or <c>false</c>.</param>
public sealed class PluginSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>The value as text.</summary>
    /// <exception cref="KeyNotFoundException">The merchant has not set it and the schema gives no default.</exception>
    public string Text(string name) => values.TryGetValue(name, out var value)
        ? value
        : throw new KeyNotFoundException($"The setting '{name}' is not set.");

    /// <summary>The value, or null when it is not set.</summary>
    public string? TextOrNull(string name) => values.GetValueOrDefault(name);

    /// <summary>The value of a setting that the schema names a whole number.</summary>
    /// <exception cref="FormatException">The schema does not name it a whole number.</exception>
    /// <exception cref="KeyNotFoundException">It is not set.</exception>
    public long Number(string name) => long.Parse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>True only when it is set to true.</summary>
    public bool Flag(string name) => TextOrNull(name) == "true";
}
