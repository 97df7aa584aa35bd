using System.Net.Mail;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>Takes letters: a mail server, or a folder where there is none. Only jobs send letters.</summary>
public interface IPostOffice
{
    /// <exception cref="TryAgainLaterException">The mail server cannot be reached, or takes nothing now.</exception>
    /// <exception cref="SmtpException">The mail server refuses this letter.</exception>
    Task Send(Letter letter, CancellationToken cancel);
}
