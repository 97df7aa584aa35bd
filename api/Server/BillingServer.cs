using BillingHeadless.Domain.Kernel;
using BillingHeadless.SandboxProvider;
using BillingHeadless.Server.Demo;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Hosted;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.OpenApi;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Operations;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Plugins;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Server.Templates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BillingHeadless.Server;

/// <summary>The whole server, composed. Tests compose the same one and replace only what they must.</summary>
public static class BillingServer
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>What holds while no setting says otherwise: six lines for each request would bury those that matter.</summary>
    private static readonly Dictionary<string, string?> DefaultSettings = new()
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
    };

    /// <summary>Starts and serves until it is stopped. A start that is not possible ends with one sentence and exit code 1.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (args is [OpenApiCommand.Name, .. var options])
        {
            return await OpenApiCommand.Run(options);
        }

        try
        {
            await using var app = Build(args);
            await Start(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (CannotStartException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{exception.Message.TrimEnd('.')}: stop the program that listens there, or set ASPNETCORE_URLS to another address.");
            return 1;
        }
    }

    /// <summary>Opens folder, keys and database, then listens. <see cref="Build"/> alone opens nothing.</summary>
    /// <exception cref="CannotStartException">With the sentence to show.</exception>
    public static async Task Start(WebApplication app, CancellationToken cancel = default)
    {
        await ServerStart.Prepare(app.Services, Console.Out, cancel);
        await app.Services.LoadPlugins(cancel);
        await app.StartAsync(cancel);
        await app.Services.GetRequiredService<DemoMerchant>().Prepare(Console.Out, cancel);
    }

    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = DefaultSettings });
        AddServices(builder);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        UseDefaultAddress(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = Limits.BodyBytes;
            kestrel.AddServerHeader = false;
        });
        services.AddStart();
        services.AddDatabase();
        services.AddHttp();
        services.AddTemplates();
        services.AddMail();
        services.AddPlugins();
        services.AddSandbox(BillingOptions.Read(builder.Configuration, builder.Environment));
        services.AddFeatures();
        services.AddEndpoints();
        services.AddHostedPages();
        services.AddOperations();
        services.AddDemo();
        services.AddJobs();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChance, SystemChance>();
        services.AddSingleton<IdSource>();
        services.AddSingleton<Clock>();
        services.AddSingleton<OnceWriter>();
        services.AddSingleton<Authentication>();
    }

    /// <summary>Only when nobody named an address: a default in launchSettings.json would win over the caller's.</summary>
    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        string[] places = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey, "Kestrel:Endpoints"];
        if (!places.Any(place => builder.Configuration.GetSection(place).Exists()))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseHttp();
        app.MapEndpoints();
        app.MapHostedPages();
        app.MapOperations();
        app.MapApiDescription();
        app.MapSandboxProvider();
    }
}
