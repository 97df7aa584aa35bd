using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Refusals that many endpoints share: they are about the call, not about what is sold.</summary>
public static class HttpRefusals
{
    public static readonly Refusal VersionDiffers = new(Problem.Codes.VersionDiffers, RefusalKind.Outdated, "It was changed since it was read: read it again, then decide.");
    public static readonly Refusal TooManyRequests = new(Problem.Codes.TooMany, RefusalKind.TooMany, "Too many requests: wait, then try again.");
}
