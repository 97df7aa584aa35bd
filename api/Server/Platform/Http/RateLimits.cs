using System.Globalization;
using System.Threading.RateLimiting;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>How often one caller may call: generous for a server's key, tight for what stands in a page or guesses passwords.</summary>
public static class RateLimits
{
    /// <summary>The tighter rule of endpoints that take a password or send a mail.</summary>
    public const string Logins = "logins";

    /// <summary>The rule of endpoints that anyone may call.</summary>
    public const string ByAddress = "address";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<LoginThrottle>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
            limits.AddPolicy(Logins, context => Window($"{CredentialOf(context)} {AddressOf(context)}", Limits.LoginsPerAddress, Limits.LoginWindow));
            limits.AddPolicy(ByAddress, context => Window(AddressOf(context), Limits.OpenCallsPerAddress, Limits.CallWindow));
            limits.OnRejected = (rejected, _) => new ValueTask(Reject(rejected.HttpContext, rejected.Lease));
        });
    }

    public static RateLimitPartition<string> Window(string key, int calls, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = calls, Window = window });

    public static TimeSpan WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Limits.CallWindow;

    private static RateLimitPartition<string> PartitionOf(HttpContext context) => Call.Of(context)?.Caller switch
    {
        null or { Kind: CallerKind.Anyone or CallerKind.Platform } => RateLimitPartition.GetNoLimiter(""),
        { Kind: CallerKind.PublishableKey } caller => Window($"{caller.CredentialId} {AddressOf(context)}", Limits.PublishableCallsPerAddress, Limits.CallWindow),
        { } caller => Window(caller.CredentialId, Limits.CallsPerKey, Limits.CallWindow),
    };

    private static string CredentialOf(HttpContext context) => Call.Of(context)?.Caller.CredentialId ?? "";

    private static string AddressOf(HttpContext context) => Call.Of(context)?.IpAddress ?? "";

    private static Task Reject(HttpContext context, RateLimitLease lease)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(WaitOf(lease).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problem.Write(context, Problem.Of(HttpRefusals.TooManyRequests));
    }
}
