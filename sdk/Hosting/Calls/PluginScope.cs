namespace BillingHeadless.Plugins.Hosting;

/// <summary>What one call is about: the merchant and all that belongs to it. The host makes it anew for every call.</summary>
public sealed record PluginScope
{
    public required string MerchantId { get; init; }

    public required bool TestMode { get; init; }

    /// <summary>The merchant's settings as texts, secrets decrypted; the schema's defaults are added to them.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The normalised portal of the licence, for <c>$portal</c>; null when the call is about none.</summary>
    public string? Portal { get; init; }

    /// <summary>Whether the call reads a message from outside: anybody may send one, so such calls have places and rests of their own.</summary>
    public bool ReadsMessage { get; init; }

    /// <summary>The merchant's time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where the plugin's lines go; secrets are blackened and lines cut before.</summary>
    public required IPluginLog Log { get; init; }

    /// <summary>How long the call may take.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>Texts that must not appear in the log besides the secret settings, for example a portal's access token.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
