using BillingHeadless.SandboxProvider;
using Microsoft.Data.Sqlite;

// The provider as a process of its own: --urls http://127.0.0.1:5090 --database ./sandbox.db
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var options = new SandboxProviderOptions
{
    DatabasePath = builder.Configuration["database"] ?? Path.Combine(builder.Environment.ContentRootPath, "data", "sandbox.db"),
    PublicOrigin = builder.Configuration["publicOrigin"],
    CallbackOrigins = builder.Configuration["callbackOrigins"]?.Split(',', StringSplitOptions.TrimEntries),
    CallbackDelivery = builder.Configuration.GetValue("callbackDelivery", CallbackDelivery.Automatic),
};
builder.Services.AddSandboxProvider(options with { Silence = builder.Configuration.GetValue("silence", options.Silence) });

var app = builder.Build();
app.MapSandboxProvider();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"The sandbox provider listens on {app.Urls.First()}/sandbox"));
try
{
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(
        $"The sandbox provider cannot start: {problem.Message} Give it a free address (--urls) and a file it may write (--database).");
    return 1;
}
