namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary><c>openapi [--output FILE]</c>: writes the API's description. Nothing is started for it: no database, no data directory, no plugins.</summary>
public static class OpenApiCommand
{
    public const string Name = "openapi";

    public static async Task<int> Run(IReadOnlyList<string> options)
    {
        switch (options)
        {
            case []:
                await Console.Out.WriteAsync(await Describe());
                return 0;
            case ["--output", var path]:
                await File.WriteAllTextAsync(path, await Describe());
                return 0;
            default:
                await Console.Error.WriteLineAsync($"Usage: {Name} [--output FILE]");
                return 1;
        }
    }

    /// <summary>The endpoints alone, without what they work with.</summary>
    public static async Task<string> Describe()
    {
        // In development the container would demand what the endpoints work with, and that is not composed here.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.Services.AddHttp();
        builder.Services.AddEndpoints();
        await using var app = builder.Build();
        app.UseRouting();
        app.MapEndpoints();
        app.UseEndpoints(_ => { });
        return await ApiDescription.Write(app.Services);
    }
}
