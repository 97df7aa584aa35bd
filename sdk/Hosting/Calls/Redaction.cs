namespace BillingHeadless.Plugins.Hosting;

/// <summary>Blackens secrets in texts, also where they are encoded for a URL.</summary>
internal sealed class Redaction
{
    private const string Black = "***";

    private readonly IReadOnlyList<string> secrets;

    public Redaction(PluginManifest manifest, PluginScope scope)
    {
        // The longest first: a secret may begin with another one.
        secrets =
        [
            .. manifest.Settings.SecretsAmong(scope.Settings).Concat(scope.Secrets)
                .Where(secret => secret.Length >= HostingLimits.ShortestRedactedSecret)
                .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) })
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(secret => secret.Length),
        ];
    }

    public string Apply(string text) =>
        secrets.Aggregate(text, (blackened, secret) => blackened.Replace(secret, Black, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Passes a plugin's lines on: blackened, in one line each, and so many of them.</summary>
internal sealed class RedactedLog(IPluginLog log, Redaction redaction) : IPluginLog
{
    private int lines;

    public void Information(string message) => Pass(message, log.Information);

    public void Warning(string message) => Pass(message, log.Warning);

    private void Pass(string message, Action<string> write)
    {
        // Blackened first: a cut could leave half a secret, which no search finds.
        if (Interlocked.Increment(ref lines) <= HostingLimits.LogLines)
        {
            write(PluginText.Short(redaction.Apply(message ?? "")));
        }
    }
}
