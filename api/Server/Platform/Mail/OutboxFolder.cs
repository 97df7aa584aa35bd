using System.Net.Mail;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>Puts letters into a folder, one <c>.eml</c> file each, where no mail server is set. A letter that is sent again takes its own place.</summary>
public sealed class OutboxFolder(DataDirectory directory, MailOptions options, Clock clock) : IPostOffice
{
    private const string Ending = ".eml";

    public async Task Send(Letter letter, CancellationToken cancel)
    {
        var unfinished = MakeEmpty(Path.Combine(directory.Outbox, $".{letter.Id}"));
        try
        {
            using var message = LetterMessage.Of(letter, options.From, clock.Now());
            using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = unfinished.FullName };
            await writer.SendMailAsync(message, cancel);
            File.Move(unfinished.EnumerateFiles().Single().FullName, Path.Combine(directory.Outbox, letter.Id + Ending), overwrite: true);
        }
        finally
        {
            unfinished.Delete(recursive: true);
        }
    }

    /// <summary>What an attempt that was cut off has left is cleared away.</summary>
    private static DirectoryInfo MakeEmpty(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path);
    }
}
