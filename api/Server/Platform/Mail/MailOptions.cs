using System.Net.Mail;
using BillingHeadless.Server.Platform.Start;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>The settings <c>Mail:Smtp:*</c>. Without a host, mail goes to the outbox folder.</summary>
public sealed record MailOptions
{
    private const int DefaultPort = 587;

    /// <summary>Servers speak TLS here from the first byte; mail is sent by STARTTLS, which begins in the clear.</summary>
    private const int ImplicitTlsPort = 465;

    public string? Host { get; init; }

    public int Port { get; init; } = DefaultPort;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that all mail comes from; each merchant's name stands before it.</summary>
    public required string From { get; init; }

    /// <summary>Whether the connection must be encrypted, by STARTTLS.</summary>
    public bool Tls { get; init; } = true;

    /// <exception cref="CannotStartException">A setting cannot be understood.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Mail:Smtp");
        var host = Text(smtp["Host"]);
        return new MailOptions
        {
            Host = host,
            Port = ReadPort(Text(smtp["Port"])),
            User = Text(smtp["User"]),
            Password = smtp["Password"],
            From = ReadFrom(Text(smtp["From"]), host),
            Tls = ReadTls(Text(smtp["Tls"])),
        };
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static int ReadPort(string? text) => text switch
    {
        null => DefaultPort,
        _ when int.TryParse(text, out var port) && port == ImplicitTlsPort => throw new CannotStartException(
            $"Mail:Smtp:Port is {port}, which expects TLS from the first byte: set it to the port where the mail server offers STARTTLS, such as {DefaultPort}."),
        _ when int.TryParse(text, out var port) && port is > 0 and <= ushort.MaxValue => port,
        _ => throw new CannotStartException($"Mail:Smtp:Port is '{text}': set it to the mail server's port, such as {DefaultPort}."),
    };

    private static string ReadFrom(string? text, string? host) => text switch
    {
        null when host is null => "billing@localhost",
        null => throw new CannotStartException("Mail:Smtp:From is not set: set it to the address that mail comes from, such as billing@example.com."),
        _ when MailAddress.TryCreate(text, out var address) && address.Address == text => text,
        _ => throw new CannotStartException($"Mail:Smtp:From is '{text}': set it to one address such as billing@example.com."),
    };

    private static bool ReadTls(string? text) => text switch
    {
        null => true,
        _ when bool.TryParse(text, out var tls) => tls,
        _ => throw new CannotStartException($"Mail:Smtp:Tls is '{text}': set it to true or false."),
    };
}
