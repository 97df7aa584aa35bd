using Microsoft.AspNetCore.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What an endpoint has said about itself.</summary>
public static class EndpointMetadata
{
    public static T? Metadata<T>(this OpenApiOperationTransformerContext context)
        where T : class => context.Description.ActionDescriptor.EndpointMetadata.OfType<T>().LastOrDefault();
}
