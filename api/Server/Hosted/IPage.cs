namespace BillingHeadless.Server.Hosted;

/// <summary>One hosted page: <c>Map</c> says at which address it is, its methods show it and take its forms.</summary>
public interface IPage
{
    static abstract void Map(IEndpointRouteBuilder routes);
}
