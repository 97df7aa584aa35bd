using System.Reflection;
using BillingHeadless.Domain.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>
/// What an endpoint answers: a value, made (201) or found (200), or a refusal. The value may be given as a function that
/// is called when the write's numbers are known.
/// </summary>
public sealed class Answer<T> : IResult, IEndpointMetadataProvider, IAnswer
{
    private readonly Func<T>? value;

    private Answer(int status, Func<T>? value, string? location, Refusal? refusal)
    {
        Status = status;
        this.value = value;
        Location = location;
        Refusal = refusal;
    }

    public int Status { get; }

    public string? Location { get; }

    public Refusal? Refusal { get; }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => value is not null ? value() : throw new InvalidOperationException($"Refused: {Refusal?.Code}");

    /// <summary>How many seconds to wait, with a refusal that passes.</summary>
    public int? RetryAfter { get; init; }

    object IAnswer.Body => Value!;

    public static implicit operator Answer<T>(T value) => Found(() => value);

    public static implicit operator Answer<T>(Refusal refusal) => new(Problem.StatusOf(refusal.Kind), null, null, refusal);

    /// <summary>No, for so long.</summary>
    public static Answer<T> NotBefore(Refusal refusal, TimeSpan wait) =>
        new(Problem.StatusOf(refusal.Kind), null, null, refusal) { RetryAfter = (int)Math.Ceiling(wait.TotalSeconds) };

    public static Answer<T> Found(Func<T> value) => new(StatusCodes.Status200OK, value, null, null);

    public static Answer<T> Made(Func<T> value, string location) => new(StatusCodes.Status201Created, value, location, null);

    public static Answer<T> Accepted(Func<T> value) => new(StatusCodes.Status202Accepted, value, null, null);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString();
        }

        if (Refusal is not null)
        {
            await Problem.Write(httpContext, Problem.Of(Refusal));
            return;
        }

        httpContext.Response.StatusCode = Status;
        if (Location is not null)
        {
            httpContext.Response.Headers.Location = Location;
        }

        var body = Value;
        if (body is IVersionedView { Version: var version })
        {
            httpContext.Response.Headers.ETag = ETags.Of(version);
        }

        await httpContext.Response.WriteAsJsonAsync(body, Json.Api, httpContext.RequestAborted);
    }
}

/// <summary>An answer without its type, for whoever stores or replays it.</summary>
public interface IAnswer
{
    int Status { get; }

    string? Location { get; }

    Refusal? Refusal { get; }

    object Body { get; }
}

/// <summary>A view whose version is given as an ETag.</summary>
public interface IVersionedView
{
    long Version { get; }
}

public static class ETags
{
    private const string Any = "*";

    public static string Of(long version) => $"\"v{version}\"";

    /// <summary>The tags of an <c>If-Match</c> header; null when it is absent or takes any version. A weak tag never matches.</summary>
    public static IReadOnlyList<string>? Read(string header) =>
        header.Trim() is "" or Any ? null : header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
