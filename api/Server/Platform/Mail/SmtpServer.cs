using System.Net;
using System.Net.Mail;
using BillingHeadless.Server.Platform.Jobs;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>Hands letters to the mail server of the settings.</summary>
public sealed class SmtpServer(MailOptions options, Clock clock, TimeProvider time) : IPostOffice
{
    public async Task Send(Letter letter, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Limits.MailServerCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        using var message = LetterMessage.Of(letter, options.From, clock.Now());
        using var server = new SmtpClient(options.Host!, options.Port)
        {
            EnableSsl = options.Tls,
            Credentials = options.User is null ? null : new NetworkCredential(options.User, options.Password),
        };
        try
        {
            await server.SendMailAsync(message, either.Token);
        }
        catch (SmtpException exception) when (IsTemporary(exception.StatusCode))
        {
            throw new TryAgainLaterException($"The mail server does not take mail now: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TryAgainLaterException("The mail server has not answered in time.");
        }
    }

    /// <summary>No answer at all, or one of the 400s, which mean: not now.</summary>
    private static bool IsTemporary(SmtpStatusCode status) => status == SmtpStatusCode.GeneralFailure || (int)status is >= 400 and < 500;
}
