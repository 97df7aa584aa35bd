using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>A problem as an endpoint's answer.</summary>
public sealed class ProblemResult(ProblemDetails problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Problem.Write(httpContext, problem);
}
