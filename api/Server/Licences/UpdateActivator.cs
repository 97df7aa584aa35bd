using System.Text.Json;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Plugins;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Licences;

/// <summary>A merchant's settings for an activator: all of them, but a secret that is left out stays as it is while the addresses stay.</summary>
public sealed record UpdateActivatorRequest
{
    /// <summary>Whether it is asked and told.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Values by setting name: texts, whole numbers and booleans, as the activator's schema says.</summary>
    [Count(Limits.MapEntries)]
    public IReadOnlyDictionary<string, JsonElement> Settings { get; init; } = new Dictionary<string, JsonElement>();
}

public sealed class UpdateActivator(OnceWriter writer, PluginRack plugins, SettingsChoice choices) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/v1/activators/{activator}", ([FromServices] UpdateActivator endpoint, string activator, UpdateActivatorRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(activator, request, call, cancel))
        .Is(nameof(UpdateActivator), "Licences", "Sets a licence activator up for the merchant, or switches it off.")
        .ForKey("settings:write")
        .Once()
        .Gives<LicenceActivatorView>()
        .Refuses(LicenceRefusals.ActivatorUnknown, LicenceRefusals.ActivatorSettingsInvalid);

    public Task<IResult> Handle(string activator, UpdateActivatorRequest request, Call call, CancellationToken cancel) => writer.Write<LicenceActivatorView>(
        call,
        async (db, token) =>
        {
            if (plugins.Catalogue.Find(activator)?.Current is not { Card: ActivatorCard } plugin)
            {
                return LicenceRefusals.ActivatorUnknown;
            }

            var chosen = await choices.Choose(db, plugin, request.Settings, token);
            if (chosen.Refuse(LicenceRefusals.ActivatorSettingsInvalid) is { } refusal)
            {
                return refusal;
            }

            choices.Store(db, activator, chosen, request.Enabled);
            return Answer<LicenceActivatorView>.Found(() => LicenceActivatorView.Of(plugin, request.Enabled, chosen.Values));
        },
        cancel);
}
