using BillingHeadless.Server.Catalog;

namespace BillingHeadless.Server;

/// <summary>Every endpoint there is, in reading order.</summary>
public static class Routes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        // Catalogue
        CreateProduct.Map(routes);
        GetProduct.Map(routes);
    }
}
