using System.Text;
using System.Text.Json;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>An answer that was given before. Status 0 means that the answer was lost: the resource named in its place is to be read.</summary>
public sealed record StoredAnswer(int Status, string? Location, byte[] Body, bool IsReplay) : IResult
{
    private const int FirstError = 400;

    /// <summary>The resource that was reserved when the answer got lost, or null.</summary>
    public string? LostResourceId => Status == 0 ? Location : null;

    public static StoredAnswer Conflicting(int status, string code, string title) =>
        new(status, null, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Problem.Of(status, code, title), Json.Api)), IsReplay: false);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = Status >= FirstError ? Problem.ContentType : "application/json; charset=utf-8";
        if (IsReplay)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (Status == StatusCodes.Status409Conflict && !IsReplay)
        {
            response.Headers.RetryAfter = "1";
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}
