namespace BillingHeadless.Plugins;

/// <summary>
/// What the host lends to a plugin for one call: nothing of it may be kept after the call has ended. The same plugin
/// object serves many merchants at once, so whatever belongs to a merchant comes from here and never from a field.
/// </summary>
public interface IPluginHost
{
    /// <summary>The merchant whose call this is, for example <c>mer_…</c>.</summary>
    string MerchantId { get; }

    /// <summary>True when the merchant is in test mode: real money must not move.</summary>
    bool TestMode { get; }

    /// <summary>The merchant's settings for this plugin, checked against the manifest's schema; secrets are readable here.</summary>
    PluginSettings Settings { get; }

    /// <summary>
    /// Reaches only the hosts that the manifest declares, does not follow redirects and gives up when the call's time is
    /// over. A refused host throws <see cref="HttpRequestException"/> before anything is sent.
    /// </summary>
    HttpClient Http { get; }

    /// <summary>The time. A plugin reads no other clock.</summary>
    TimeProvider Clock { get; }

    /// <summary>The call's log. Never write a secret or a card number.</summary>
    IPluginLog Log { get; }

    /// <summary>How long the call may take, all in all. The cancellation token ends it as well.</summary>
    TimeSpan Budget { get; }
}

/// <summary>Where a plugin says what it does: sentences, never objects.</summary>
public interface IPluginLog
{
    /// <summary>What happened, in one English sentence.</summary>
    void Information(string message);

    /// <summary>What a person should look at, in one English sentence.</summary>
    void Warning(string message);
}
