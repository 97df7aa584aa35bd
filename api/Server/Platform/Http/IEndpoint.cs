namespace BillingHeadless.Server.Platform.Http;

/// <summary>One operation of the API: <c>Map</c> says where it is and who may call it, <c>Handle</c> does it.</summary>
public interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder routes);
}
