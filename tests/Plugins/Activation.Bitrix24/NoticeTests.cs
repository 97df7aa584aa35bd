using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BillingHeadless.Plugins.Activation;
using BillingHeadless.Tests.Plugins.Support;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Plugins.Activation.Bitrix24;

/// <summary>The vendor's application is told of its licences, signed as Standard Webhooks says.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    private static readonly LicenceNotice Notice = new(
        "lic_1", "prd_1", "shop.bitrix24.ua", BitrixStub.MemberId, "active", new DateTimeOffset(2027, 11, 20, 22, 0, 0, TimeSpan.Zero), "Преміум");

    private readonly List<(Dictionary<string, string> Headers, byte[] Body)> received = [];
    private Stub application = null!;
    private Bitrix24 bitrix = null!;
    private int status = 200;

    public async Task InitializeAsync()
    {
        application = await Stub.StartAsync(ReceiveAsync);
        bitrix = await Bitrix24.LoadAsync();
        bitrix.Clock = new StandingClock(Now);
    }

    [Fact]
    public async Task Without_an_address_there_is_nobody_to_tell() => Assert.IsType<NothingToNotify>(await bitrix.NotifyAsync(Notice));

    [Fact]
    public async Task Without_a_secret_nothing_is_sent()
    {
        bitrix.Settings["noticeUrl"] = $"{application.Url}/licences";

        Assert.IsType<NoticeFailed>(await bitrix.NotifyAsync(Notice));
        Assert.Empty(received);
    }

    [Fact]
    public async Task The_application_reads_the_licence_and_can_check_the_signature()
    {
        SetAddress();

        Assert.IsType<Notified>(await bitrix.NotifyAsync(Notice));

        var (headers, body) = Assert.Single(received);
        Assert.Equal("1795255200", headers["webhook-timestamp"]);
        Assert.Equal("v1," + Signature(headers["webhook-id"], headers["webhook-timestamp"], body), headers["webhook-signature"]);
        using var json = JsonDocument.Parse(body);
        Assert.Equal("licence.changed", json.RootElement.GetProperty("type").GetString());
        var data = json.RootElement.GetProperty("data");
        Assert.Equal("lic_1", data.GetProperty("licenceId").GetString());
        Assert.Equal(BitrixStub.MemberId, data.GetProperty("memberId").GetString());
        Assert.Equal("active", data.GetProperty("status").GetString());
        Assert.Equal("Преміум", data.GetProperty("edition").GetString());
        Assert.Equal(Notice.ValidUntil, data.GetProperty("validUntil").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_same_notice_has_the_same_id_and_another_one_has_its_own()
    {
        SetAddress();

        await bitrix.NotifyAsync(Notice);
        bitrix.Clock = new StandingClock(Now.AddMinutes(5));
        await bitrix.NotifyAsync(Notice);
        await bitrix.NotifyAsync(Notice with { Status = "expired" });

        var ids = received.Select(request => request.Headers["webhook-id"]).ToList();
        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Anything_but_a_2xx_is_a_failure(int answer)
    {
        SetAddress();
        status = answer;

        Assert.Contains(answer.ToString(), Assert.IsType<NoticeFailed>(await bitrix.NotifyAsync(Notice)).Reason);
        Assert.Single(received);
    }

    [Fact]
    public async Task An_application_that_is_not_there_is_a_failure()
    {
        SetAddress();
        await application.DisposeAsync();

        Assert.IsType<NoticeFailed>(await bitrix.NotifyAsync(Notice));
    }

    public async Task DisposeAsync()
    {
        bitrix.Dispose();
        await application.DisposeAsync();
    }

    // Written anew, so that the plugin's own code does not vouch for itself.
    private static string Signature(string id, string timestamp, byte[] body)
    {
        var key = Enumerable.Range(1, 32).Select(value => (byte)value).ToArray();
        using var hmac = new HMACSHA256(key);
        return Convert.ToBase64String(hmac.ComputeHash([.. Encoding.ASCII.GetBytes(id + "." + timestamp + "."), .. body]));
    }

    private void SetAddress()
    {
        bitrix.Settings["noticeUrl"] = $"{application.Url}/licences";
        bitrix.Settings["noticeSecret"] = Bitrix24.Secret;
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Add((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), body.ToArray()));
        context.Response.StatusCode = status;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
