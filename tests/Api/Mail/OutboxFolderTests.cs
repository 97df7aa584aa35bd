using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Mail;

/// <summary>Where no mail server is set, each letter is a file.</summary>
public sealed class OutboxFolderTests(ServerOnSqlite server) : IClassFixture<ServerOnSqlite>
{
    private readonly string outbox = Path.Combine(server.Database.Directory, "outbox");

    [Fact]
    public async Task A_letter_that_is_sent_again_takes_its_own_place()
    {
        await Send("job_again", "one");
        await Send("job_again", "two");

        Assert.Contains("Subject: two", await File.ReadAllTextAsync(Path.Combine(outbox, "job_again.eml")));
        Assert.Single(Directory.GetFiles(outbox, "job_again*"));
    }

    [Fact]
    public async Task What_a_crash_has_left_half_written_is_cleared_away()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(outbox, ".job_half"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "half.eml"), "Subject: ha");

        await Send("job_half", "whole");

        Assert.Contains("Subject: whole", await File.ReadAllTextAsync(Path.Combine(outbox, "job_half.eml")));
        Assert.False(Directory.Exists(unfinished.FullName));
    }

    private Task Send(string id, string subject) => server.Get<OutboxFolder>().Send(
        new Letter { Id = id, SenderName = "Студія", To = "buyer@example.com", Subject = subject, Html = "<p>x</p>", Text = "x" }, CancellationToken.None);
}
