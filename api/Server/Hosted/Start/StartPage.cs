using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Demo;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Server.Templates;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Hosted.Start;

/// <summary>Shows a newcomer the way, in development only: the demo, the documentation, what is wrong with this machine.</summary>
public sealed class StartPage(IHostEnvironment environment, DemoFile demo, DataDirectory directory, PluginRack plugins, DocumentReadiness documents, PlainPages pages, BillingOptions options) : IPage
{
    private const string UnsignedAllowed =
        "This server takes plugin packages that nobody has signed, as a server in development does. Elsewhere it takes only those of Billing:TrustedPublishers, unless Billing:AllowUnsignedPlugins is true.";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", ([FromServices] StartPage page, CancellationToken cancel) => page.Show(cancel));

    public async Task<IResult> Show(CancellationToken cancel)
    {
        if (!environment.IsDevelopment())
        {
            return Results.NotFound();
        }

        var made = await demo.Read(cancel);
        var data = new
        {
            Demo = made?.Addresses,
            CustomerAction = made?.Service is null ? null : DemoDoor.Address,
            Hints = await Hints(cancel),
            KeysFile = directory.DemoFile,
            directory.Outbox,
            Plugins = plugins.Catalogue.Slots.Select(slot => new { slot.Id, Version = slot.Current?.Manifest.Version.ToString() }),
            Failures = plugins.Failures.Select(failure => new { Name = failure.Id ?? failure.Folder, failure.Sentences }),
        };
        return pages.Write("start", LanguageCode.English, TemplateModel.Of(data), StatusCodes.Status200OK, languages: []);
    }

    private async Task<IReadOnlyList<string>> Hints(CancellationToken cancel) =>
    [
        .. await documents.Mend(cancel) is { } mend ? new[] { mend } : [],
        .. options.PluginTrust.AllowUnsigned ? new[] { UnsignedAllowed } : [],
    ];
}
