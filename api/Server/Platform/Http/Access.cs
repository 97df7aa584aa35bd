using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Who may call an endpoint. An endpoint that says nothing is open to nobody.</summary>
public sealed record Access
{
    /// <summary>Whoever knows the address.</summary>
    public bool Anyone { get; init; }

    /// <summary>The operator, with the platform key.</summary>
    public bool Platform { get; init; }

    /// <summary>A secret key with this scope.</summary>
    public string? Scope { get; init; }

    /// <summary>A publishable key as well.</summary>
    public bool Publishable { get; init; }

    /// <summary>A customer token as well: the endpoint then keeps to that customer.</summary>
    public bool Customer { get; init; }
}

/// <summary>That an endpoint changes something and takes an idempotency key.</summary>
public sealed record TakesIdempotencyKey;

/// <summary>The refusals that an endpoint can answer; openapi.json lists them.</summary>
public sealed record Refuses(IReadOnlyList<Refusal> Refusals);

/// <summary>How an endpoint says what it is, in the order in which a reader asks.</summary>
public static class EndpointDescription
{
    /// <summary>The operation's name in openapi.json and in the clients is the class's, in camel case.</summary>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder route, string operation, string area, string summary) => route
        .WithName(char.ToLowerInvariant(operation[0]) + operation[1..])
        .WithTags(area)
        .WithSummary(summary);

    public static RouteHandlerBuilder ForAnyone(this RouteHandlerBuilder route) => route.WithMetadata(new Access { Anyone = true });

    public static RouteHandlerBuilder ForPlatform(this RouteHandlerBuilder route) => route.WithMetadata(new Access { Platform = true });

    public static RouteHandlerBuilder ForKey(this RouteHandlerBuilder route, string scope, bool orPublishable = false, bool orCustomer = false) =>
        Scope.IsKnown(scope)
            ? route.WithMetadata(new Access { Scope = scope, Publishable = orPublishable, Customer = orCustomer })
            : throw new ArgumentException($"'{scope}' is not a scope.", nameof(scope));

    public static RouteHandlerBuilder Once(this RouteHandlerBuilder route) => route.WithMetadata(new TakesIdempotencyKey());

    /// <summary>Makes something: 201.</summary>
    public static RouteHandlerBuilder Makes<T>(this RouteHandlerBuilder route) => route.Produces<T>(StatusCodes.Status201Created);

    /// <summary>Answers what is there, perhaps changed: 200.</summary>
    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route) => route.Produces<T>();

    /// <summary>Takes something on, to be done later: 202.</summary>
    public static RouteHandlerBuilder TakesOn<T>(this RouteHandlerBuilder route) => route.Produces<T>(StatusCodes.Status202Accepted);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params Refusal[] refusals) => route.WithMetadata(new Refuses(refusals));
}
