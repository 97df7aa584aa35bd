namespace BillingHeadless.Plugins.Gateways;

/// <summary>Whether a merchant's settings for a gateway are usable.</summary>
/// <param name="Verdict">The answer.</param>
/// <param name="Problems">Setting name to what is wrong with it, in English.</param>
public sealed record GatewayProbe(ProbeVerdict Verdict, IReadOnlyDictionary<string, string> Problems)
{
    public static GatewayProbe Usable { get; } = new(ProbeVerdict.Usable, new Dictionary<string, string>());

    public static GatewayProbe CannotTell { get; } = new(ProbeVerdict.CannotTell, new Dictionary<string, string>());
}

/// <summary>Answers of a probe.</summary>
public enum ProbeVerdict
{
    Usable,
    NotUsable,

    /// <summary>The provider was not reachable: the settings are not to blame.</summary>
    CannotTell,
}
