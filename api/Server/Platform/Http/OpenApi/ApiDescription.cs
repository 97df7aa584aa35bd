using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>The API's description, made from the endpoints themselves: <c>/openapi.json</c>, to be browsed at <c>/docs</c>.</summary>
public static class ApiDescription
{
    private const string DocumentName = "billing";
    private const string Path = "/openapi.json";
    private const string BrowserPath = "docs";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(DocumentName, options =>
    {
        options.ShouldInclude = call => call.ActionDescriptor.EndpointMetadata.OfType<EndpointNameMetadata>().Any();
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddSchemaTransformer(SchemaShapes.Describe);
        options.AddOperationTransformer(CallerDescription.Describe);
        options.AddOperationTransformer(HeaderDescription.Describe);
        options.AddOperationTransformer(ProblemAnswers.Describe);
        options.AddDocumentTransformer(CallerDescription.DescribeKeys);
        options.AddDocumentTransformer(ProblemSchema.Describe);
        options.AddDocumentTransformer(DocumentHead.Describe);
        options.AddDocumentTransformer(Areas.Describe);
    });

    public static void MapApiDescription(this WebApplication app)
    {
        var text = new Lazy<Task<string>>(() => Write(app.Services));
        app.MapGet(Path, async () => Results.Text(await text.Value, "application/json")).ForAnyone().ExcludeFromDescription();
        app.UseSwaggerUI(browser =>
        {
            browser.RoutePrefix = BrowserPath;
            browser.DocumentTitle = "BillingHeadless";
            browser.SwaggerEndpoint(Path, "BillingHeadless");
        });
    }

    /// <summary>The description as text, the same bytes each time.</summary>
    public static async Task<string> Write(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1) + "\n";
    }
}
