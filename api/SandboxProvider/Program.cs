using BillingHeadless.SandboxProvider;

// The provider as a process of its own: --urls http://127.0.0.1:5090 --database ./sandbox.db
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSandboxProvider(new SandboxProviderOptions
{
    DatabasePath = builder.Configuration["database"] ?? Path.Combine(builder.Environment.ContentRootPath, "data", "sandbox.db"),
    PublicOrigin = builder.Configuration["publicOrigin"],
    CallbackOrigins = builder.Configuration["callbackOrigins"]?.Split(',', StringSplitOptions.TrimEntries),
    CallbackDelivery = builder.Configuration.GetValue("callbackDelivery", CallbackDelivery.Automatic),
});

var app = builder.Build();
app.MapSandboxProvider();
app.Run();
