using System.Security.Cryptography;
using BillingHeadless.Domain.Kernel;

// Here chance enters the server.
#pragma warning disable RS0030

namespace BillingHeadless.Server.Platform.Security;

/// <summary>The operating system's randomness.</summary>
public sealed class SystemChance : IChance
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
