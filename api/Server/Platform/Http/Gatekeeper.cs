using BillingHeadless.Domain.Merchants;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Stands before every endpoint: who is it, may they, and is there a key under which the write happens once?</summary>
public sealed class Gatekeeper(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Authentication authentication)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Access>() is not { } access)
        {
            await next(context);
            return;
        }

        var caller = access.Anyone ? new Caller { Kind = CallerKind.Anyone } : await authentication.Identify(context);
        if ((Refuse(access, caller) ?? BrowserOrigins.Admit(context, caller!)) is { } refusal)
        {
            await Deny(context, refusal);
            return;
        }

        var (call, problem) = await RequestCheck.Of(context) is { } unwanted ? (null, unwanted) : await Describe(context, caller!);
        if (problem is not null)
        {
            await Problem.Write(context, problem);
            return;
        }

        call!.AttachTo(context);
        await next(context);
    }

    private static ProblemDetails? Refuse(Access access, Caller? caller) => caller?.Kind switch
    {
        _ when access.Anyone => null,
        null or CallerKind.Anyone => Problem.Of(401, Problem.Codes.Unauthenticated, "Give a valid key: Authorization: Bearer …"),
        CallerKind.Platform when access.Platform => null,
        CallerKind.SecretKey when access.Scope is not null => Scope.Allows(caller.Scopes, access.Scope)
            ? null
            : Problem.Of(403, Problem.Codes.ScopeMissing, "The key has not the scope that this call needs.", $"Needed: {access.Scope}."),
        CallerKind.PublishableKey when access.Publishable => null,
        CallerKind.Customer when access.Customer => null,
        _ => Problem.Of(403, Problem.Codes.Forbidden, "This kind of key may not make this call."),
    };

    private static async Task Deny(HttpContext context, ProblemDetails problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await Problem.Write(context, problem);
    }

    private static async Task<(Call? Call, ProblemDetails? Problem)> Describe(HttpContext context, Caller caller)
    {
        var call = new Call(caller)
        {
            IpAddress = context.Connection.RemoteIpAddress?.ToString() ?? "",
            SeenVersions = ETags.Read(context.Request.Headers.IfMatch.ToString()),
        };
        var metadata = context.GetEndpoint()!.Metadata;
        if (metadata.GetMetadata<TakesIdempotencyKey>() is null)
        {
            return (call, null);
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString().Trim();
        key = key.Length > 1 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        return key.Length switch
        {
            0 => (null, Problem.Of(400, Problem.Codes.KeyMissing, "Give an Idempotency-Key header: a new one for each thing to be done.")),
            > Limits.IdempotencyKeyLength => (null, Problem.Of(400, Problem.Codes.KeyInvalid, $"An Idempotency-Key has {Limits.IdempotencyKeyLength} characters at most.")),
            _ => (call with { IdempotencyKey = key, Fingerprint = await Fingerprint(context.Request) }, null),
        };
    }

    private static async Task<string> Fingerprint(HttpRequest request) =>
        Call.FingerprintOf(request.Method, request.Path + request.QueryString, (await RequestBody.Read(request)).Span);
}
