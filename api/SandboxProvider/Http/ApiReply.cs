using System.Text.Json.Serialization.Metadata;

namespace BillingHeadless.SandboxProvider.Http;

/// <summary>Writes what a gateway reads.</summary>
internal static class ApiReply
{
    public static Task SendAsync<T>(HttpContext context, Answer<T> answer, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
        where T : class =>
        answer.Value is { } value ? SendAsync(context, value, type, status) : RefuseAsync(context, answer.Refusal!);

    public static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        var problem = new ProblemView(refusal.Status, refusal.Code, refusal.Detail);
        return context.Response.WriteAsJsonAsync(
            problem, ProviderJson.Default.ProblemView, "application/problem+json", context.RequestAborted);
    }

    /// <summary>Says nothing until the caller has given up, or until the silence, or the provider itself, ends: then 504.</summary>
    public static async Task StaySilentAsync(HttpContext context, SandboxProviderOptions options)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        await Task.Delay(options.Silence, options.Clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(context, Refusal.Unanswered);
        }
    }

    private static Task SendAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(value, type, "application/json", context.RequestAborted);
    }
}
