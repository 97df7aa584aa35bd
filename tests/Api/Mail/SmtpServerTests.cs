using System.Net.Mail;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Platform.Start;
using BillingHeadless.Tests.Kit;
using Microsoft.Extensions.Configuration;

namespace BillingHeadless.Tests.Api.Mail;

/// <summary>Mail by a real server: what it takes, what it refuses, and when it is to be tried again.</summary>
public sealed class SmtpServerTests
{
    private static readonly Letter Letter = new()
    {
        Id = "job_1",
        SenderName = "Студія",
        To = "buyer@example.com",
        Subject = "Замовлення № 1",
        Html = "<p>Дякуємо</p>",
        Text = "Дякуємо\n",
    };

    [Fact]
    public async Task A_letter_reaches_its_reader()
    {
        using var stub = new MailServerStub();

        await Send(stub.Port);

        var conversation = await stub.Received;
        Assert.Contains("MAIL FROM:<billing@example.com>", conversation);
        Assert.Contains("RCPT TO:<buyer@example.com>", conversation);
        Assert.Contains("Message-ID: <job_1@example.com>", conversation);
        Assert.Contains("multipart/alternative", conversation);
    }

    [Theory]
    [InlineData("450 mailbox busy")]
    [InlineData("421 closing")]
    public async Task What_passes_is_tried_again(string answer)
    {
        using var stub = new MailServerStub(answer);
        await Assert.ThrowsAsync<TryAgainLaterException>(() => Send(stub.Port));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_an_error_to_be_seen()
    {
        using var stub = new MailServerStub("550 no such mailbox");
        await Assert.ThrowsAnyAsync<SmtpException>(() => Send(stub.Port));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        int port;
        using (var stub = new MailServerStub())
        {
            port = stub.Port;
        }

        await Assert.ThrowsAsync<TryAgainLaterException>(() => Send(port));
    }

    [Theory]
    [InlineData("Port", "many", "Mail:Smtp:Port")]
    [InlineData("Port", "70000", "Mail:Smtp:Port")]
    [InlineData("Port", "465", "Mail:Smtp:Port is 465, which expects TLS from the first byte")]
    [InlineData("Tls", "perhaps", "Mail:Smtp:Tls")]
    [InlineData("From", "nobody", "Mail:Smtp:From")]
    [InlineData("From", "", "Mail:Smtp:From")]
    public void A_setting_that_cannot_be_is_named_at_the_start(string name, string value, string setting)
    {
        var refusal = Assert.Throws<CannotStartException>(() => Read((name, value)));
        Assert.StartsWith(setting, refusal.Message);
    }

    [Fact]
    public void Without_a_server_mail_goes_to_the_outbox_folder() =>
        Assert.Null(MailOptions.Read(new ConfigurationBuilder().Build()).Host);

    private static Task Send(int port)
    {
        var options = Read(("Port", $"{port}"), ("Tls", "false"));
        return new SmtpServer(options, new Clock(new TestTime()), TimeProvider.System).Send(Letter, CancellationToken.None);
    }

    private static MailOptions Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:From"] = "billing@example.com" };
        foreach (var (name, value) in settings)
        {
            values[$"Mail:Smtp:{name}"] = value;
        }

        return MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
