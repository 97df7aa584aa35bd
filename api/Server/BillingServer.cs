using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.OpenApi;
using BillingHeadless.Server.Platform.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BillingHeadless.Server;

/// <summary>The whole server, composed. Tests compose the same one and replace only what they must.</summary>
public static class BillingServer
{
    /// <summary>Starts and serves until it is stopped. A start that is not possible ends with one sentence and exit code 1.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args is [OpenApiCommand.Name, .. var options])
        {
            return await OpenApiCommand.Run(options);
        }

        await using var app = Build(args);
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        AddServices(builder);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = Limits.BodyBytes;
            kestrel.AddServerHeader = false;
        });
        services.AddHttp();
        services.AddEndpoints();
        services.AddJobs();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChance, SystemChance>();
        services.AddSingleton<IdSource>();
        services.AddSingleton<Clock>();
        services.AddSingleton<OnceWriter>();
        services.AddSingleton<Authentication>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseHttp();
        app.MapEndpoints();
        app.MapApiDescription();
    }
}
