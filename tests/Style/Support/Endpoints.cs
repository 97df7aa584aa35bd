using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BillingHeadless.Tests.Style.Support;

/// <summary>What one endpoint class maps.</summary>
internal sealed record MappedEndpoint(Type Class, RouteEndpoint Route)
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public EndpointMetadataCollection Metadata => Route.Metadata;

    public string Pattern => Route.RoutePattern.RawText!;

    public string? OperationId => Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    public bool IsWrite => Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Except(Reads).Any();
}

/// <summary>Every endpoint as it maps itself, without a server.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<MappedEndpoint> All { get; } =
    [
        .. typeof(BillingServer).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IEndpoint).IsAssignableFrom(type))
            .SelectMany(type => Map(type).Select(route => new MappedEndpoint(type, route))),
    ];

    private static IEnumerable<RouteEndpoint> Map(Type type)
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        type.GetMethod(nameof(IEndpoint.Map))!.Invoke(null, [app]);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()];
    }
}
