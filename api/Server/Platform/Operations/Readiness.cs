using System.Text.Json.Serialization;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Platform.Operations;

/// <summary>Whether the server can do its work, and what to mend where it cannot.</summary>
/// <param name="Status">ready, or notReady.</param>
/// <param name="Checks">Each part that it needs.</param>
public sealed record ReadinessView(string Status, IReadOnlyList<ReadinessCheck> Checks)
{
    [JsonIgnore]
    public bool IsReady => Checks.All(check => check.Holds || !check.Stops);
}

/// <summary>One part.</summary>
/// <param name="Name">database, plugins or documents.</param>
/// <param name="Holds">Whether it works.</param>
/// <param name="Stops">Whether nothing works without it: purchases go on without documents, which then wait.</param>
/// <param name="Mend">What to mend.</param>
public sealed record ReadinessCheck(string Name, bool Holds, bool Stops, IReadOnlyList<string> Mend);

/// <summary>Looks at every part once.</summary>
public sealed class Readiness(Reader reader, PluginRack plugins, DocumentReadiness documents)
{
    public async Task<ReadinessView> Check(CancellationToken cancel)
    {
        ReadinessCheck[] checks = [await CheckDatabase(cancel), CheckPlugins(), await CheckDocuments(cancel)];
        var view = new ReadinessView("ready", checks);
        return view.IsReady ? view : view with { Status = "notReady" };
    }

    private async Task<ReadinessCheck> CheckDatabase(CancellationToken cancel)
    {
        try
        {
            await reader.Read(default, db => db.Installations.CountAsync(cancel));
            return new ReadinessCheck("database", Holds: true, Stops: true, []);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return new ReadinessCheck("database", Holds: false, Stops: true, [unavailable.Message]);
        }
    }

    private ReadinessCheck CheckPlugins()
    {
        var failures = plugins.Failures;
        return new ReadinessCheck("plugins", failures.Count == 0, Stops: false, [.. failures.SelectMany(failure => failure.Sentences)]);
    }

    private async Task<ReadinessCheck> CheckDocuments(CancellationToken cancel) => await documents.Mend(cancel) is { } mend
        ? new ReadinessCheck("documents", Holds: false, Stops: false, [mend])
        : new ReadinessCheck("documents", Holds: true, Stops: false, []);
}
