namespace BillingHeadless.Plugins.Toolkit;

/// <summary>A merchant's settings, or what is wrong with them.</summary>
/// <typeparam name="TSettings">The settings.</typeparam>
public sealed record SettingsReading<TSettings>
    where TSettings : class
{
    /// <summary>The settings; null when something is wrong.</summary>
    public TSettings? Settings { get; private init; }

    /// <summary>The setting to blame.</summary>
    public string Setting { get; private init; } = "";

    /// <summary>What is wrong, in one English sentence.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>All is well.</summary>
    public static implicit operator SettingsReading<TSettings>(TSettings settings) => new() { Settings = settings };

    /// <summary>One setting is missing or wrong.</summary>
    public static SettingsReading<TSettings> Wrong(string setting, string problem) => new() { Setting = setting, Problem = problem };
}
