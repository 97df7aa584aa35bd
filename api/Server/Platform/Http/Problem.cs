using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server.Hosted;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Every error answer: RFC 9457 with a permanent <c>code</c> and, for a wrong shape, <c>errors</c> by field.</summary>
public static class Problem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Refusals of the door itself, before any rule is asked.</summary>
    public static class Codes
    {
        public const string Malformed = "request_malformed";
        public const string Invalid = "request_invalid";
        public const string Unauthenticated = "unauthenticated";
        public const string ScopeMissing = "scope_missing";
        public const string Forbidden = "forbidden";
        public const string NotFound = "not_found";
        public const string MethodNotAllowed = "method_not_allowed";
        public const string TooLarge = "request_too_large";
        public const string MediaType = "media_type_unsupported";
        public const string TooMany = "too_many_requests";
        public const string KeyMissing = "idempotency_key_missing";
        public const string KeyInvalid = "idempotency_key_invalid";
        public const string KeyReused = "idempotency_key_reused";
        public const string KeyInUse = "idempotency_key_in_use";
        public const string VersionDiffers = "version_differs";
        public const string OriginNotAllowed = "origin_not_allowed";
        public const string DatabaseUnavailable = "database_unavailable";
        public const string Internal = "internal_error";
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Outdated => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ProblemDetails Of(Refusal refusal)
    {
        var problem = Of(StatusOf(refusal.Kind), refusal.Code, refusal.Title, refusal.Detail);
        Add(problem, "errors", refusal.Fields);
        Add(problem, "missing", refusal.Missing is { } missing ? MoneyBody.Of(missing) : null);
        Add(problem, "nextChangeAt", refusal.NextChangeAt);
        return problem;
    }

    private static void Add(ProblemDetails problem, string name, object? value)
    {
        if (value is not null)
        {
            problem.Extensions[name] = value;
        }
    }

    /// <summary>A request of the wrong shape, with what is wrong in each field.</summary>
    public static ProblemDetails OfShape(IReadOnlyDictionary<string, string[]> errors)
    {
        var problem = Of(StatusCodes.Status400BadRequest, Codes.Invalid, "The request does not have the right shape.");
        problem.Extensions["errors"] = errors;
        return problem;
    }

    public static ProblemDetails Of(int status, string code, string title, string? detail = null) => new()
    {
        Type = TypeOf(code),
        Status = status,
        Title = title,
        Detail = detail,
        Extensions = { ["code"] = code },
    };

    public static string TypeOf(string code) => $"urn:billing-headless:problem:{code}";

    /// <summary>Writes a problem as the answer: for a program with the request's id, for a person as a page.</summary>
    public static async Task Write(HttpContext context, ProblemDetails problem)
    {
        if (ProblemPage.IsWanted(context))
        {
            await context.RequestServices.GetRequiredService<ProblemPage>().Write(context, problem);
            return;
        }

        problem.Extensions["requestId"] = RequestIds.Of(context);
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsJsonAsync(problem, Json.Api, ContentType, context.RequestAborted);
    }
}
