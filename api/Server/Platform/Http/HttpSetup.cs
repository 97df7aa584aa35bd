using BillingHeadless.Server.Platform.Http.OpenApi;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>How the API speaks HTTP: strict JSON, problems for every error, a request id on every answer.</summary>
public static class HttpSetup
{
    public static void AddHttp(this IServiceCollection services)
    {
        services.Configure<Microsoft.AspNetCore.Http.Json.JsonOptions>(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddValidation();
        services.AddRateLimits();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.AddApiDescription();
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseRequestIds();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = HandleException,

            // What the caller or the disk did wrong is answered in a sentence; only our own faults are worth a stack trace.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or DatabaseUnavailableException,
        });
        app.UseStatusCodePages(context => Problem.Write(context.HttpContext, OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseBrowserQuestions();
        app.UseRouting();
        app.UseMiddleware<Gatekeeper>();
        app.UseRateLimiter();
    }

    private static Task HandleException(HttpContext context)
    {
        var exception = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        if (exception is DatabaseUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return Problem.Write(context, OfException(exception));
    }

    private static ProblemDetails OfException(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => OfStatus(StatusCodes.Status413PayloadTooLarge),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => OfStatus(StatusCodes.Status415UnsupportedMediaType),
        BadHttpRequestException bad => UnreadableRequest.Of(bad),
        DatabaseUnavailableException unavailable => Problem.Of(503, Problem.Codes.DatabaseUnavailable, "The database does not take the write now.", unavailable.Message),
        _ => Problem.Of(500, Problem.Codes.Internal, "Something went wrong here. Nothing is lost: send the same request with the same Idempotency-Key again."),
    };

    private static ProblemDetails OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.Of(status, Problem.Codes.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, Problem.Codes.MethodNotAllowed, "This address does not take this method."),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(status, Problem.Codes.TooLarge, "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(status, Problem.Codes.MediaType, "Send the body as application/json."),
        StatusCodes.Status429TooManyRequests => Problem.Of(HttpRefusals.TooManyRequests),
        _ => Problem.Of(status, Problem.Codes.Malformed, "The request cannot be served."),
    };

    /// <summary>Shape errors found by validation: fields are named as callers write them.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is HttpValidationProblemDetails shape)
        {
            context.ProblemDetails = Problem.OfShape(shape.Errors.ToDictionary(error => JsonNames.Of(error.Key), error => error.Value));
        }

        context.ProblemDetails.Extensions["requestId"] = RequestIds.Of(context.HttpContext);
        context.ProblemDetails.Extensions.Remove("traceId");
    }
}
