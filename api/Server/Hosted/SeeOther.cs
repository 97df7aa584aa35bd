namespace BillingHeadless.Server.Hosted;

/// <summary>Sends the browser on with GET (303): loading the page again repeats no form.</summary>
public sealed class SeeOther(string address) : IResult
{
    public string Address => address;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
