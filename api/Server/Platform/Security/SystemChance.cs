using System.Security.Cryptography;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Server.Platform.Security;

/// <summary>The operating system's randomness.</summary>
public sealed class SystemChance : IChance
{
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
}
