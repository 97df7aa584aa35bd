using System.Text.Json;
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
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        services.AddApiDescription();
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseRequestIds();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = HandleException });
        app.UseStatusCodePages(context => Problem.Write(context.HttpContext, OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseRouting();
        app.UseMiddleware<Gatekeeper>();
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
        BadHttpRequestException { InnerException: JsonException json } => Problem.Of(400, Problem.Codes.Malformed, "The body cannot be read.", Explain(json)),
        BadHttpRequestException bad => Problem.Of(400, Problem.Codes.Malformed, "The request cannot be read.", bad.Message),
        NotSupportedException => Problem.Of(400, Problem.Codes.Malformed, "The body cannot be read: a kind is missing."),
        DatabaseUnavailableException unavailable => Problem.Of(503, Problem.Codes.DatabaseUnavailable, "The database does not take the write now.", unavailable.Message),
        _ => Problem.Of(500, Problem.Codes.Internal, "Something went wrong here. Nothing is lost: send the same request with the same Idempotency-Key again."),
    };

    private static string Explain(JsonException exception) => exception.Path is null ? exception.Message : $"At {exception.Path}: {exception.Message}";

    private static ProblemDetails OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.Of(status, Problem.Codes.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(status, Problem.Codes.MethodNotAllowed, "This address does not take this method."),
        StatusCodes.Status413PayloadTooLarge => Problem.Of(status, Problem.Codes.TooLarge, "The body is too large."),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(status, Problem.Codes.MediaType, "Send the body as application/json."),
        StatusCodes.Status429TooManyRequests => Problem.Of(status, Problem.Codes.TooMany, "Too many requests: wait, then try again."),
        _ => Problem.Of(status, Problem.Codes.Malformed, "The request cannot be served."),
    };

    /// <summary>Shape errors found by validation: fields are named as callers write them.</summary>
    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["requestId"] = RequestIds.Of(context.HttpContext);
        problem.Extensions.Remove("traceId");
        if (problem is HttpValidationProblemDetails validation)
        {
            problem.Type = Problem.TypeOf(Problem.Codes.Invalid);
            problem.Title = "The request does not have the right shape.";
            problem.Extensions["code"] = Problem.Codes.Invalid;
            var errors = validation.Errors.ToDictionary(error => Rename(error.Key), error => error.Value);
            validation.Errors.Clear();
            foreach (var (field, messages) in errors)
            {
                validation.Errors[field] = messages;
            }
        }
    }

    private static string Rename(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
