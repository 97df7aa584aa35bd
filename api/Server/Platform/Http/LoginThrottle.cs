using System.Threading.RateLimiting;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>How often passwords are tried and mails are sent for one e-mail, whoever asks and whether or not it is known.</summary>
public sealed class LoginThrottle : IDisposable
{
    private readonly PartitionedRateLimiter<string> passwords =
        PartitionedRateLimiter.Create<string, string>(key => RateLimits.Window(key, Limits.PasswordsPerEmail, Limits.LoginWindow));

    private readonly PartitionedRateLimiter<string> mails =
        PartitionedRateLimiter.Create<string, string>(key => RateLimits.Window(key, Limits.LoginMailsPerEmail, Limits.LoginMailWindow));

    /// <summary>How long to wait before another password is tried, or null when it may be tried now.</summary>
    public TimeSpan? BeforePassword(Id<Merchant> merchant, string email) => Wait(passwords, merchant, email);

    /// <summary>How long to wait before another mail is sent, or null when it may be sent now.</summary>
    public TimeSpan? BeforeMail(Id<Merchant> merchant, string email) => Wait(mails, merchant, email);

    public void Dispose()
    {
        passwords.Dispose();
        mails.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, Id<Merchant> merchant, string email)
    {
        using var lease = limiter.AttemptAcquire($"{merchant} {email}");
        return lease.IsAcquired ? null : RateLimits.WaitOf(lease);
    }
}
