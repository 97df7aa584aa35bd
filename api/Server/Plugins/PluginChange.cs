using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;

namespace BillingHeadless.Server.Plugins;

/// <summary>
/// Changes what is wanted of a plugin, on this node first: the new version is loaded and has checked itself, merchants in test mode
/// have tried it, then the wish is committed, then new calls go there. A wish that this node cannot fulfil is never made; the other nodes follow what is committed.
/// </summary>
public sealed class PluginChange(IWriter writer, OnceWriter once, PluginNode node, PluginProof proof, PluginStatus status)
{
    /// <param name="call">Under whose idempotency key.</param>
    /// <param name="pluginId">Which plugin.</param>
    /// <param name="load">Loads the version beside the one that runs; neither plugin nor failure: the plugin is removed.</param>
    /// <param name="wish">Makes the wish, in the commit.</param>
    /// <param name="answer">How the plugin as it then stands is answered.</param>
    /// <param name="cancel">Breaks it off before the commit.</param>
    public Task<IResult> Make(
        Call call,
        string pluginId,
        Func<Task<PluginLoading>> load,
        Func<BillingDb, LoadedPlugin?, CancellationToken, Task<Result<WantedPluginRow>>> wish,
        Func<Func<PluginView>, Answer<PluginView>> answer,
        CancellationToken cancel) => node.Alone(
            async () =>
            {
                var loading = await load();
                return await RefusalOf(loading, cancel) is { } refusal
                    ? await Refuse(call, refusal, cancel)
                    : await Commit(call, pluginId, loading.Plugin, wish, answer, cancel);
            },
            cancel);

    /// <summary>What the rules have refused is kept under the key.</summary>
    public Task<IResult> Refuse(Call call, Refusal refusal, CancellationToken cancel) =>
        once.Write<PluginView>(call, (_, _) => Task.FromResult<Answer<PluginView>>(refusal), cancel);

    private async Task<Refusal?> RefusalOf(PluginLoading loading, CancellationToken cancel)
    {
        if (loading.Failure is { } failure)
        {
            return PluginRefusals.Of(failure);
        }

        if (loading.Plugin is not { } next)
        {
            return null;
        }

        var refusal = await GivingBack(next, () => proof.Check(next, cancel));
        if (refusal is not null)
        {
            await GiveBack(next);
        }

        return refusal;
    }

    private async Task<IResult> Commit(
        Call call,
        string pluginId,
        LoadedPlugin? next,
        Func<BillingDb, LoadedPlugin?, CancellationToken, Task<Result<WantedPluginRow>>> wish,
        Func<Func<PluginView>, Answer<PluginView>> answer,
        CancellationToken cancel)
    {
        var (stored, generation) = await GivingBack(next, () => writer.Write(call.Caller.MerchantId, (db, token) => Decide(db, call, pluginId, next, wish, token), cancel));
        if (generation is null)
        {
            await GiveBack(next);
            return stored ?? (IResult)Shown(await status.One(pluginId, cancel), answer);
        }

        await node.Switch(pluginId, next, generation.Value, CancellationToken.None);
        var made = Shown(await status.One(pluginId, CancellationToken.None), answer);
        return await writer.Write(
            call.Caller.MerchantId,
            async (db, token) =>
            {
                await once.Settle(db, call, made, token);
                return made;
            },
            CancellationToken.None);
    }

    /// <summary>A version is given back when what is done about it breaks off.</summary>
    private static async Task<T> GivingBack<T>(LoadedPlugin? next, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch
        {
            await GiveBack(next);
            throw;
        }
    }

    /// <summary>The wish's generation; without one, what was answered under the key before, or nothing when that answer was lost.</summary>
    private async Task<(IResult? Stored, long? Generation)> Decide(
        BillingDb db,
        Call call,
        string pluginId,
        LoadedPlugin? next,
        Func<BillingDb, LoadedPlugin?, CancellationToken, Task<Result<WantedPluginRow>>> wish,
        CancellationToken cancel)
    {
        if (call.IdempotencyKey is not null && await once.Find(db, call, cancel) is { } stored)
        {
            return (stored.LostResourceId is null ? stored : null, null);
        }

        var wanted = await wish(db, next, cancel);
        if (wanted.Refused(out var refusal))
        {
            Answer<PluginView> refused = refusal;
            db.ChangeTracker.Clear();
            once.Keep(db, call, refused);
            return (refused, null);
        }

        once.Reserve(db, call, pluginId);
        return (null, wanted.Value.Generation);
    }

    private static Answer<PluginView> Shown(PluginView? view, Func<Func<PluginView>, Answer<PluginView>> answer) =>
        view is null ? PluginRefusals.NotFound : answer(() => view);

    private static Task GiveBack(LoadedPlugin? next) => next?.UnloadAsync(TimeSpan.Zero, CancellationToken.None) ?? Task.CompletedTask;
}
