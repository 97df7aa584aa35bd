namespace BillingHeadless.Conformance.Command;

/// <summary>What is to be served, and to whom.</summary>
/// <param name="Package">The plugin's package: it says which settings are numbers.</param>
/// <param name="Adapter">The assembly with the adapter.</param>
/// <param name="Settings">The file that gets the settings.</param>
/// <param name="Callbacks">Where the provider's messages go; null: nowhere.</param>
internal sealed record ServeArguments(string Package, string Adapter, string Settings, Uri? Callbacks)
{
    /// <summary>Reads the arguments; null when they make no command.</summary>
    public static ServeArguments? Read(string[] args) => args switch
    {
        ["serve", var package, "--adapter", var adapter, "--settings", var settings] => new ServeArguments(package, adapter, settings, null),
        ["serve", var package, "--adapter", var adapter, "--settings", var settings, "--callbacks", var url]
            when Uri.TryCreate(url, UriKind.Absolute, out var callbacks) && callbacks.Scheme is "http" or "https" => new ServeArguments(package, adapter, settings, callbacks),
        _ => null,
    };
}
