using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Calls;

/// <summary>Every text of a plugin's answer is measured where it comes in: what is too long, or no text, is a fault with a sentence.</summary>
public sealed class AnswerTextTests : IAsyncLifetime
{
    private readonly PluginDirectory plugins = new();
    private readonly PluginEgress egress = new();
    private PluginCatalogue catalogue = null!;
    private PluginCaller caller = null!;

    public async Task InitializeAsync()
    {
        plugins.Add("talkative", "AnswersTooMuch");
        catalogue = await PluginCatalogue.LoadAsync(plugins.Root, new PluginLoader(TimeProvider.System), default);
        caller = new PluginCaller(egress, TimeProvider.System);
    }

    [Theory]
    [InlineData("reference", "In the plugin's answer the provider reference has more than 200 characters.")]
    [InlineData("zero", "In the plugin's answer the provider reference is no text: it has a zero or half a sign in it.")]
    [InlineData("half a sign", "In the plugin's answer the state is no text: it has a zero or half a sign in it.")]
    [InlineData("state", "In the plugin's answer the state has more than 4096 characters.")]
    [InlineData("address", "In the plugin's answer the address has more than 4000 characters.")]
    [InlineData("field", "In the plugin's answer the text has more than 20000 characters.")]
    [InlineData("field's name", "In the plugin's answer the name has more than 200 characters.")]
    [InlineData("code", "In the plugin's answer the code has more than 4000 characters.")]
    [InlineData("line", "In the plugin's answer the line has more than 2000 characters.")]
    [InlineData("purpose", "In the plugin's answer the purpose has more than 2000 characters.")]
    [InlineData("brand", "In the plugin's answer the brand has more than 200 characters.")]
    [InlineData("token", "In the plugin's answer the token has more than 512 characters.")]
    [InlineData("detail", "In the plugin's answer the detail has more than 2000 characters.")]
    [InlineData("kind", "The plugin answered with a DeclineKind that the contract does not know.")]
    [InlineData("capability", "In the plugin's answer the capability has more than 2000 characters.")]
    [InlineData("provider code", "In the plugin's answer the provider code has more than 200 characters.")]
    public async Task An_outcome_out_of_bounds_is_a_fault(string wanted, string sentence)
    {
        var result = await caller.CallAsync<IPaymentGateway, GatewayOutcome>(
            catalogue.Find("talkative")!, Call.Scope() with { MerchantId = wanted }, (gateway, host, end) => gateway.ExecuteAsync(Call.Start(wanted), host, end), default);

        Assert.Equal((PluginFaultKind.Nonsense, sentence), (result.Fault!.Kind, result.Fault.Text));
    }

    [Theory]
    [InlineData("event", "In the plugin's answer the event has more than 200 characters.")]
    [InlineData("merchant reference", "In the plugin's answer the merchant reference is no text: it has a zero or half a sign in it.")]
    [InlineData("reply", "In the plugin's answer the reply has more than 20000 characters.")]
    [InlineData("media type", "The plugin answered with a reply that HTTP does not know")]
    [InlineData("script", "The plugin answered with a reply that HTTP does not know")]
    [InlineData("status", "The plugin answered with a reply that HTTP does not know: status 42, media type text/plain.")]
    [InlineData("body", "The plugin answered with a reply of status 204, which has no body, and a body.")]
    public async Task A_reply_that_cannot_be_sent_is_a_fault(string wanted, string sentence)
    {
        var message = new InboundMessage { Kind = InboundKind.Callback, Method = "POST", Query = [], Headers = [new("case", wanted)], Body = default };

        var result = await caller.CallAsync<IPaymentGateway, Inbound>(
            catalogue.Find("talkative")!, Call.Scope() with { MerchantId = wanted }, (gateway, host, end) => gateway.ReceiveAsync(message, host, end), default);

        Assert.Equal(PluginFaultKind.Nonsense, result.Fault!.Kind);
        Assert.StartsWith(sentence, result.Fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_number_does_not_come_in()
    {
        var result = await caller.CallAsync<IPaymentGateway, GatewayOutcome>(
            catalogue.Find("talkative")!, Call.Scope(), (gateway, host, end) => gateway.ExecuteAsync(Call.Start("card"), host, end), default);

        Assert.Null(Assert.IsType<Succeeded>(result.Answer).PaidWith!.Mask);
    }

    [Fact]
    public async Task What_is_wrong_with_a_setting_is_said_in_bounds()
    {
        var result = await caller.CallAsync<IPaymentGateway, GatewayProbe>(catalogue.Find("talkative")!, Call.Scope(), (gateway, host, end) => gateway.ProbeAsync(host, end), default);

        Assert.Equal("In the plugin's answer the text has more than 2000 characters.", result.Fault!.Text);
    }

    public async Task DisposeAsync()
    {
        await catalogue.UnloadAsync(TimeSpan.Zero, default);
        egress.Dispose();
        plugins.Dispose();
    }
}
