using BillingHeadless.Plugins.Activation;

namespace BillingHeadless.Tests.Plugins.Activation.Bitrix24;

/// <summary>A member id is confirmed by the authorization server alone (ruling 13).</summary>
public sealed class ConfirmationTests : IAsyncLifetime
{
    private BitrixStub authorization = null!;
    private BitrixStub portal = null!;
    private Bitrix24 bitrix = null!;

    private string PortalAddress => $"127.0.0.1:{portal.Port}";

    public async Task InitializeAsync()
    {
        authorization = await BitrixStub.StartAsync();
        authorization.Answer = (200, BitrixStub.Authorization());
        portal = await BitrixStub.StartAsync();
        bitrix = await Bitrix24.LoadAsync();
        bitrix.Settings["authorizationServer"] = authorization.Url;
    }

    [Fact]
    public async Task A_true_claim_is_confirmed_with_the_present_address()
    {
        authorization.Answer = (200, BitrixStub.Authorization(endpoint: "https://Renamed.Bitrix24.ua/rest/"));

        var outcome = await bitrix.ConfirmAsync("old.bitrix24.ua");

        Assert.Equal(new PortalConfirmed(BitrixStub.MemberId, "renamed.bitrix24.ua"), outcome);
        Assert.Equal([$"/rest/app.info?auth={BitrixStub.Token}"], authorization.Asked);
    }

    [Fact]
    public async Task Without_an_address_in_the_answer_the_portal_itself_is_asked()
    {
        Assert.Equal(new PortalConfirmed(BitrixStub.MemberId, PortalAddress), await bitrix.ConfirmAsync(PortalAddress));

        Assert.Equal([$"/rest/app.info?auth={BitrixStub.Token}"], portal.Asked);
    }

    [Fact]
    public async Task A_member_id_at_the_top_of_the_answer_counts_too()
    {
        authorization.Answer = (200, BitrixStub.Portal().Replace("\"ID\":", $"\"MEMBER_ID\":\"{BitrixStub.MemberId}\",\"ID\":"));

        Assert.IsType<PortalConfirmed>(await bitrix.ConfirmAsync(PortalAddress));
    }

    [Fact]
    public async Task A_token_of_another_portal_is_refused()
    {
        authorization.Answer = (200, BitrixStub.Authorization(member: "00000000000000000000000000000000"));

        var refused = Assert.IsType<PortalRefused>(await bitrix.ConfirmAsync(PortalAddress));

        Assert.Contains("another portal", refused.Reason);
        Assert.Empty(portal.Asked);
    }

    [Theory]
    [InlineData("forged-token-0123456789")]
    [InlineData("a&member_id=1#x")]
    public async Task A_token_that_is_not_good_is_refused(string token)
    {
        var refused = Assert.IsType<PortalRefused>(await bitrix.ConfirmAsync(PortalAddress, token: token));

        Assert.Equal("The authorization server does not accept the AUTH_ID: invalid_token.", refused.Reason);
    }

    [Theory]
    [InlineData(401, """{"error":"expired_token"}""", true)]
    [InlineData(403, """{"error":"ACCESS_DENIED"}""", true)]
    [InlineData(400, """{"error":"PAYMENT_REQUIRED"}""", false)]
    [InlineData(503, """{"error":"QUERY_LIMIT_EXCEEDED"}""", false)]
    [InlineData(500, """{"error":"INTERNAL_SERVER_ERROR"}""", false)]
    [InlineData(502, "<html>Bad Gateway</html>", false)]
    [InlineData(200, "", false)]
    [InlineData(200, "[]", false)]
    [InlineData(200, """{"result":true}""", false)]
    [InlineData(200, """{"result":{"member_id":"\ud800"}}""", false)]
    [InlineData(500, """{"result":{"member_id":"a223c6b3710f85df22e9377d6c4f7553"}}""", false)]
    [InlineData(200, """{"result":{"STATUS":"F"}}""", false)]
    public async Task Only_an_answer_about_the_token_refuses_a_claim(int status, string body, bool refused)
    {
        authorization.Answer = (status, body);

        var outcome = await bitrix.ConfirmAsync(PortalAddress);

        Assert.Equal(refused, outcome is PortalRefused);
        Assert.Equal(!refused, outcome is ConfirmationUnavailable);
        Assert.Empty(portal.Asked);
    }

    [Theory]
    [InlineData(401, """{"error":"NO_AUTH_FOUND"}""", true)]
    [InlineData(503, """{"error":"QUERY_LIMIT_EXCEEDED"}""", false)]
    [InlineData(302, "https://renamed.bitrix24.ua/rest/app.info", false)]
    public async Task A_portal_that_does_not_know_the_token_is_not_the_one(int status, string body, bool refused)
    {
        portal.Answer = (status, body);

        var outcome = await bitrix.ConfirmAsync(PortalAddress);

        Assert.Equal(refused, outcome is PortalRefused);
        Assert.Equal(!refused, outcome is ConfirmationUnavailable);
    }

    [Fact]
    public async Task A_redirect_of_the_authorization_server_is_not_followed()
    {
        authorization.Answer = (302, $"{portal.Url}/rest/app.info?auth={BitrixStub.Token}");

        Assert.IsType<ConfirmationUnavailable>(await bitrix.ConfirmAsync(PortalAddress));
        Assert.Empty(portal.Asked);
    }

    [Fact]
    public async Task Without_a_token_nobody_is_asked()
    {
        Assert.IsType<ConfirmationUnavailable>(await bitrix.ConfirmAsync(PortalAddress, token: null));
        Assert.Empty(authorization.Asked);
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_claim_open()
    {
        await authorization.DisposeAsync();

        var unavailable = Assert.IsType<ConfirmationUnavailable>(await bitrix.ConfirmAsync(PortalAddress));

        Assert.DoesNotContain(BitrixStub.Token, unavailable.Reason);
    }

    public async Task DisposeAsync()
    {
        bitrix.Dispose();
        await authorization.DisposeAsync();
        await portal.DisposeAsync();
    }
}
