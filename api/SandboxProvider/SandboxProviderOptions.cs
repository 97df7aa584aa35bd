using System.Security.Cryptography;

// Here chance enters the provider.
#pragma warning disable RS0030

namespace BillingHeadless.SandboxProvider;

/// <summary>How a sandbox provider is set up.</summary>
public sealed record SandboxProviderOptions
{
    /// <summary>The provider's own SQLite file; it is made, with its folder, when it is not there.</summary>
    public required string DatabasePath { get; init; }

    /// <summary>The path under which it is served, with a leading slash and without a trailing one.</summary>
    public string PathPrefix { get; init; } = "/sandbox";

    /// <summary>Origin of the payment pages, for example <c>https://pay.example</c>; null: the origin at which a request arrives.</summary>
    public string? PublicOrigin { get; init; }

    /// <summary>
    /// Origins to which callbacks may go. Null: any on this machine (loopback) and no other, because whoever reaches the provider may
    /// open an account and would otherwise make it call any address.
    /// </summary>
    public IReadOnlyCollection<string>? CallbackOrigins { get; init; }

    /// <summary>Whether callbacks are sent at all.</summary>
    public CallbackDelivery CallbackDelivery { get; init; } = CallbackDelivery.Automatic;

    /// <summary>How long an answer is withheld, at most, when the provider plays dead: longer than any gateway waits.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(90);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Fills a buffer with chance; ids, and with them the addresses of payment pages, are made of it.</summary>
    public FillWithChance Chance { get; init; } = RandomNumberGenerator.Fill;
}

/// <summary>Fills the whole buffer with unpredictable bytes.</summary>
public delegate void FillWithChance(Span<byte> buffer);

/// <summary>Who sends the callbacks.</summary>
public enum CallbackDelivery
{
    /// <summary>A worker of the provider, as soon as they are due.</summary>
    Automatic,

    /// <summary>Nobody: they are stored and stay there.</summary>
    None,
}
