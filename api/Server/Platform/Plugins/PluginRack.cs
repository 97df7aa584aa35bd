using System.Collections.Concurrent;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Platform.Plugins;

/// <summary>The plugins of this process, once they have been loaded at start, and why others are not.</summary>
public sealed class PluginRack
{
    private readonly ConcurrentDictionary<string, PluginFailure> failures = new(StringComparer.Ordinal);
    private PluginCatalogue? catalogue;

    /// <exception cref="InvalidOperationException">The server has not started yet.</exception>
    public PluginCatalogue Catalogue => catalogue ?? throw new InvalidOperationException("Plugins are loaded when the server starts.");

    /// <summary>Folders and packages that are to run here and cannot.</summary>
    public IReadOnlyList<PluginFailure> Failures => [.. Catalogue.Failures, .. failures.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)];

    public void Load(PluginCatalogue loaded) => catalogue = loaded;

    /// <summary>What is wrong with this plugin or file, until it is right.</summary>
    public PluginFailure? FailureOf(string name) => failures.GetValueOrDefault(name);

    public void NoteFailure(string name, PluginFailure failure) => failures[name] = failure;

    public void ForgetFailure(string name) => failures.TryRemove(name, out _);
}
