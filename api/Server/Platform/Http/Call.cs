using System.Reflection;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>The version that the caller has seen, from <c>If-Match</c>.</summary>
    public long? ExpectedVersion { get; init; }

    public static ValueTask<Call?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult((Call?)context.Items[ItemKey]);

    public static string FingerprintOf(string method, string path, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{method} {path}\n"), .. body]));

    public void AttachTo(HttpContext context) => context.Items[ItemKey] = this;
}
