namespace BillingHeadless.Plugins.Gateways;

/// <summary>Whether a merchant's settings for a gateway are usable.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Problems">Setting name to what is wrong with it, in English.</param>
public sealed record GatewayProbe(ProbeVerdict Verdict, IReadOnlyDictionary<string, string> Problems)
{
    /// <summary>The settings work.</summary>
    public static GatewayProbe Usable { get; } = new(ProbeVerdict.Usable, new Dictionary<string, string>());

    /// <summary>The provider was not reachable.</summary>
    public static GatewayProbe CannotTell { get; } = new(ProbeVerdict.CannotTell, new Dictionary<string, string>());
}

/// <summary>Answers of a probe.</summary>
public enum ProbeVerdict
{
    /// <summary>The provider takes the settings.</summary>
    Usable,

    /// <summary>The settings cannot work, whatever the provider does.</summary>
    NotUsable,

    /// <summary>The provider was not reachable: the settings are not to blame.</summary>
    CannotTell,
}
