using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>A letter in the form of internet mail: plain text and HTML as alternatives, then the attachments.</summary>
public static class LetterMessage
{
    public static MailMessage Of(Letter letter, string from, DateTimeOffset now)
    {
        var sender = new MailAddress(from, MailText.OneLine(letter.SenderName, Limits.NameLength), Encoding.UTF8);
        var message = new MailMessage
        {
            From = sender,
            Subject = MailText.OneLine(letter.Subject, Limits.MailSubjectLength),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(letter.To));
        if (letter.ReplyTo is not null && MailAddress.TryCreate(letter.ReplyTo, out var replyTo))
        {
            message.ReplyToList.Add(replyTo);
        }

        message.Headers["Date"] = now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture).Replace("GMT", "+0000", StringComparison.Ordinal);
        message.Headers["Message-ID"] = $"<{letter.Id}@{sender.Host}>";
        // So that no holiday assistant answers.
        message.Headers["Auto-Submitted"] = "auto-generated";
        AddContent(message, letter);
        return message;
    }

    private static void AddContent(MailMessage message, Letter letter)
    {
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(letter.Html, MediaTypeNames.Text.Html));
        foreach (var attachment in letter.Attachments)
        {
            message.Attachments.Add(new System.Net.Mail.Attachment(new MemoryStream(attachment.Content), attachment.FileName, attachment.MediaType));
        }
    }

    private static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }
}
