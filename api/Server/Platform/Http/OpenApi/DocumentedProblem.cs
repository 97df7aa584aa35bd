using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>A problem that an operation can answer.</summary>
public sealed record DocumentedProblem(int Status, string Code, string Title)
{
    public static DocumentedProblem Of(Refusal refusal) => new(Problem.StatusOf(refusal.Kind), refusal.Code, refusal.Title);
}

/// <summary>The problems of the door: what can go wrong before any rule is asked, and what can go wrong with anything.</summary>
public static class DoorProblems
{
    public static IReadOnlyList<DocumentedProblem> Always { get; } =
    [
        DocumentedProblem.Of(HttpRefusals.TooManyRequests),
        new(500, Problem.Codes.Internal, "Something went wrong here."),
        new(503, Problem.Codes.DatabaseUnavailable, "The database does not take the write now."),
    ];

    /// <summary>Where there is no operation.</summary>
    public static IReadOnlyList<DocumentedProblem> OfAddress { get; } =
    [
        new(404, Problem.Codes.NotFound, "There is nothing at this address."),
        new(405, Problem.Codes.MethodNotAllowed, "This address does not take this method."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfInput { get; } =
    [
        new(400, Problem.Codes.Malformed, "The request cannot be read."),
        new(400, Problem.Codes.Invalid, "The request does not have the right shape."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfBody { get; } =
    [
        new(413, Problem.Codes.TooLarge, "The body is too large."),
        new(415, Problem.Codes.MediaType, "The body is of a kind that is not taken here."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfKey { get; } =
    [
        new(401, Problem.Codes.Unauthenticated, "Give a valid key."),
        new(403, Problem.Codes.Forbidden, "This kind of key may not make this call."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfPublishableKey { get; } =
    [
        new(403, Problem.Codes.OriginNotAllowed, "The key does not list the origin of this page."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfScope { get; } =
    [
        new(403, Problem.Codes.ScopeMissing, "The key has not the scope that this call needs."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfIdempotencyKey { get; } =
    [
        new(400, Problem.Codes.KeyMissing, "Give an Idempotency-Key header."),
        new(400, Problem.Codes.KeyInvalid, "The Idempotency-Key is too long."),
        new(409, Problem.Codes.KeyInUse, "The same request is being carried out: ask again."),
        new(422, Problem.Codes.KeyReused, "This Idempotency-Key was used for another request."),
    ];

    public static IReadOnlyList<DocumentedProblem> OfIfMatch { get; } =
    [
        DocumentedProblem.Of(HttpRefusals.VersionDiffers),
    ];

    /// <summary>Whether a problem is answered alike by calls of every kind.</summary>
    public static bool AreOfEveryCall(DocumentedProblem problem) => Always.Concat(OfBody).Concat(OfKey).Concat(OfIfMatch).Contains(problem);
}
