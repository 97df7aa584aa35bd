using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Gives every request an id that its answer and its log lines carry.</summary>
public static class RequestIds
{
    public const string Header = "X-Request-Id";
    private const string Prefix = "req";

    public static string Of(HttpContext context) => context.TraceIdentifier;

    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.TraceIdentifier = context.RequestServices.GetRequiredService<IdSource>().Text(Prefix);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
