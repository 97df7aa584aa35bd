using BillingHeadless.Domain.HostNames;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Customers;

/// <summary>An e-mail address as addresses are compared (ruling 12): trimmed, in lower case, its domain encoded to ASCII.</summary>
public sealed record EmailAddress
{
    /// <summary>What fits into the path of a mail transaction (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxMailboxLength = 64;

    /// <summary>RFC 5322 "atext" besides letters and digits.</summary>
    private const string MailboxSigns = "!#$%&'*+-/=?^_`{|}~";

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>Reads a bare address. Its problems are <see cref="EmailAddressProblem"/>.</summary>
    public static Parsed<EmailAddress> Parse(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return Refused(text.Length == 0 ? EmailAddressProblem.Empty : EmailAddressProblem.TooLong);
        }

        return text.Split('@') switch
        {
            [var mailbox, var domain] => FromParts(mailbox, domain),
            _ => Refused(EmailAddressProblem.AtSign),
        };
    }

    public override string ToString() => Text;

    private static Parsed<EmailAddress> FromParts(string mailbox, string domain)
    {
        if (!IsMailbox(mailbox))
        {
            return Refused(EmailAddressProblem.Mailbox);
        }

        var host = PublicHostName.Parse(domain);
        if (!host.IsAccepted || domain.EndsWith('.'))
        {
            return Refused(EmailAddressProblem.Domain);
        }

        var text = $"{mailbox.ToLowerInvariant()}@{host.Value.Text}";
        return text.Length > MaxLength ? Refused(EmailAddressProblem.TooLong) : Parsed<EmailAddress>.Accepted(new EmailAddress(text));
    }

    /// <summary>Words of plain characters with single dots between them: no quotes, no space, nothing that ends a header.</summary>
    private static bool IsMailbox(string text) =>
        text.Length <= MaxMailboxLength && text.Split('.').All(word => word.Length > 0 && word.All(IsMailboxCharacter));

    private static bool IsMailboxCharacter(char character) => char.IsAsciiLetterOrDigit(character) || MailboxSigns.Contains(character);

    private static Parsed<EmailAddress> Refused(string problem) => Parsed<EmailAddress>.Refused(problem);
}
