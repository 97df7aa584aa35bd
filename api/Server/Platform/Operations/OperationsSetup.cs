using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Platform.Operations;

/// <summary>What whoever runs the server looks at: is it alive, is it ready, how is it doing.</summary>
public static class OperationsSetup
{
    private const string MetricsType = "text/plain; version=0.0.4; charset=utf-8";

    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddSingleton<RequestFigures>();
        services.AddSingleton<BusinessFigures>();
        services.AddSingleton<PluginFigures>();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.Services.GetRequiredService<RequestFigures>().Listen();
        var group = app.MapGroup("").WithMetadata(new Access { Anyone = true }).ExcludeFromDescription();
        group.MapGet("/health/live", () => new LiveView("live"));
        group.MapGet("/health/ready", async (Readiness readiness, CancellationToken cancel) =>
        {
            var view = await readiness.Check(cancel);
            return Results.Json(view, statusCode: view.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
        group.MapGet("/metrics", async (RequestFigures requests, BusinessFigures business, PluginFigures plugins, CancellationToken cancel) =>
            Results.Text(requests.Write() + await business.Write(cancel) + plugins.Write(), MetricsType));
    }

    private sealed record LiveView(string Status);
}
