using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>One call of an endpoint: who, from where, and under which idempotency key. It can be made without HTTP.</summary>
public sealed record Call(Caller Caller)
{
    private static readonly object ItemKey = new();

    /// <summary>The key under which the write happens once; null where none is asked for.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What must be the same when the key comes again: method, path and body.</summary>
    public string Fingerprint { get; init; } = "";

    public string IpAddress { get; init; } = "";

    /// <summary>The versions, as ETags, that the caller goes by; null when it goes by none (<c>If-Match</c>).</summary>
    public IReadOnlyList<string>? SeenVersions { get; init; }

    /// <summary>Whether the caller, if it said what it goes by, has seen the row as it is.</summary>
    public bool HasSeen(IVersioned row) => SeenVersions is null || SeenVersions.Contains(ETags.Of(row.Version));

    public static ValueTask<Call?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult(Of(context));

    /// <summary>The call that the gatekeeper let in; null where none stands before.</summary>
    public static Call? Of(HttpContext context) => context.Items[ItemKey] as Call;

    public static string FingerprintOf(string method, string path, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{method} {path}\n"), .. body]));

    public void AttachTo(HttpContext context) => context.Items[ItemKey] = this;
}
