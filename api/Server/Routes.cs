using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server;

/// <summary>Every endpoint there is, in reading order.</summary>
public static class Routes
{
    private static readonly Route[] All =
    [
        // Catalogue
        Of<CreateProduct>(),
        Of<GetProduct>(),
    ];

    public static void AddEndpoints(this IServiceCollection services)
    {
        foreach (var route in All)
        {
            services.AddSingleton(route.Endpoint);
        }
    }

    public static void MapEndpoints(this IEndpointRouteBuilder routes)
    {
        foreach (var route in All)
        {
            route.Map(routes);
        }
    }

    private static Route Of<T>()
        where T : class, IEndpoint => new(typeof(T), T.Map);

    private sealed record Route(Type Endpoint, Action<IEndpointRouteBuilder> Map);
}
