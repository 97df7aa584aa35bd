using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Plugins;

/// <summary>Takes a package as the body of the request.</summary>
public sealed class InstallPlugin(PluginInstallation installation) : IEndpoint
{
    private const string Name = "package";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/plugins", ([FromServices] InstallPlugin endpoint, HttpRequest request, Call call, CancellationToken cancel) => endpoint.Handle(request, call, cancel))
        .Is(nameof(InstallPlugin), "Plugins", "Installs a package, or another version of a plugin, while payments go on.")
        .ForPlatform()
        .Once()
        .WithMetadata(new RequestSizeLimitAttribute(Limits.PackageBytes))
        .Accepts<Stream>("application/zip")
        .Makes<PluginView>()
        .Refuses(PluginRefusals.OfPackages);

    public async Task<IResult> Handle(HttpRequest request, Call call, CancellationToken cancel) =>
        await Handle((await RequestBody.Read(request)).ToArray(), call, cancel);

    public Task<IResult> Handle(byte[] package, Call call, CancellationToken cancel) => installation.Install(call, package, Name, cancel);
}
