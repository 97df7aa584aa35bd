namespace BillingHeadless.Server.Platform.Mail;

/// <summary>A mail, ready to be sent.</summary>
public sealed record Letter
{
    /// <summary>The job that sends it: a letter that is sent again is the same letter.</summary>
    public required string Id { get; init; }

    /// <summary>Whose name the reader sees as the sender.</summary>
    public required string SenderName { get; init; }

    /// <summary>Where an answer goes to; null for the sender's address.</summary>
    public string? ReplyTo { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Html { get; init; }

    /// <summary>The same for a reader without HTML.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>A file that comes with a letter.</summary>
public sealed record Attachment(string FileName, string MediaType, byte[] Content);
