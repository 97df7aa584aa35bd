using System.Text;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>Callbacks as the provider sends them, and what the plugin makes of them.</summary>
public sealed class CallbackTests : SandboxTest
{
    [Fact]
    public async Task A_payment_is_told_by_a_signed_callback()
    {
        var payment = await World.PayAsync();

        var inbound = await World.ReceiveAsync(await World.Inbox.NextAsync());

        Assert.True(inbound.Authentic);
        Assert.Equal(200, inbound.Reply.Status);
        var fact = Assert.Single(inbound.Facts);
        Assert.Equal((OperationKind.Payment, payment.Key.MerchantReference), (fact.Kind, fact.MerchantReference));
        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(fact.Outcome).Amount);
        Assert.Equal(await World.QueryAsync(payment), fact.Outcome);
    }

    [Fact]
    public async Task A_decline_is_told_as_well()
    {
        await World.PayAsync(SandboxWorld.LacksFunds);

        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);

        Assert.Equal(DeclineKind.InsufficientFunds, Assert.IsType<Declined>(fact.Outcome).Kind);
    }

    [Fact]
    public async Task A_doubled_callback_is_one_event_twice()
    {
        await World.PayAsync(host: World.With(("callbacks", "doubled")));

        var first = await World.ReceiveAsync(await World.Inbox.NextAsync());
        var second = await World.ReceiveAsync(await World.Inbox.NextAsync());

        Assert.Equal(first.Facts, second.Facts);
        Assert.NotEmpty(first.Facts);
    }

    [Fact]
    public async Task A_reordered_callback_says_afterwards_what_was_before()
    {
        await World.PayAsync(host: World.With(("callbacks", "reordered")));

        var final = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        var stale = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);

        Assert.IsType<Succeeded>(final.Outcome);
        Assert.IsType<Pending>(stale.Outcome);
        Assert.Equal(final.MerchantReference, stale.MerchantReference);
        Assert.NotEqual(final.EventId, stale.EventId);
    }

    [Fact]
    public async Task A_delayed_callback_comes_when_its_time_has_come()
    {
        var delayed = await World.PayAsync(host: World.With(("callbackDelaySeconds", "30")));
        var prompt = await World.PayAsync();
        Assert.Equal(prompt.Key.MerchantReference, await NextReferenceAsync());
        Assert.True(World.Inbox.IsEmpty);

        World.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(delayed.Key.MerchantReference, await NextReferenceAsync());
    }

    [Fact]
    public async Task An_omitted_callback_never_comes()
    {
        await World.PayAsync(host: World.With(("callbacks", "omitted")));
        var told = await World.PayAsync();

        Assert.Equal(told.Key.MerchantReference, await NextReferenceAsync());
        Assert.Equal(2, (await World.BookAsync()).Count);
    }

    [Theory]
    [InlineData("wrongAmount", 190_001, "UAH")]
    [InlineData("wrongCurrency", 190_000, "EUR")]
    public async Task A_wrong_callback_is_authentic_and_says_something_else(string mode, long minor, string currency)
    {
        var payment = await World.PayAsync(host: World.With(("callbacks", mode)));

        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);

        Assert.Equal(new Money(minor, new Currency(currency)), Assert.IsType<Succeeded>(fact.Outcome).Amount);
        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(await World.QueryAsync(payment)).Amount);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await World.PayAsync(host: World.With(("callbacks", "wrongSignature")));

        AssertRefused(await World.ReceiveAsync(await World.Inbox.NextAsync()));
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_the_same_event_again_until_it_takes_it()
    {
        World.Inbox.Status = StatusCodes.Status503ServiceUnavailable;
        await World.PayAsync();
        var first = await World.Inbox.NextAsync();

        foreach (var wait in new[] { 1, 5, 30, 120 })
        {
            await World.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(wait));
            World.Clock.Advance(TimeSpan.FromSeconds(wait));
            Assert.Equal(first.Body, (await World.Inbox.NextAsync()).Body);
        }

        World.Inbox.Status = StatusCodes.Status200OK;
        await World.Clock.WaitForTimerAsync(TimeSpan.FromMinutes(10));
        World.Clock.Advance(TimeSpan.FromMinutes(10));
        var last = await World.Inbox.NextAsync();
        Assert.Equal(first.Body, last.Body);
        Assert.NotEqual(first.Header("Sandbox-Signature"), last.Header("Sandbox-Signature"));
        Assert.True((await World.ReceiveAsync(last)).Authentic);
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_refused()
    {
        await World.PayAsync();
        var message = await World.Inbox.NextAsync();

        for (var index = 0; index < message.Body.Length; index++)
        {
            var body = message.Body.ToArray();
            body[index] ^= 1;
            AssertRefused(await World.ReceiveAsync(message with { Body = body }));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=-1,v1=zz")]
    public async Task A_missing_or_odd_signature_is_refused(string? signature)
    {
        await World.PayAsync();
        AssertRefused(await World.ReceiveAsync(Signed(await World.Inbox.NextAsync(), "Sandbox-Signature", signature)));
    }

    [Fact]
    public async Task Another_merchants_secret_is_refused()
    {
        await World.PayAsync();

        AssertRefused(await World.ReceiveAsync(await World.Inbox.NextAsync(), World.NewHost("another-merchant")));
    }

    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public async Task An_old_callback_is_refused(int seconds, bool isAuthentic)
    {
        await World.PayAsync();
        var message = await World.Inbox.NextAsync();

        World.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(isAuthentic, (await World.ReceiveAsync(message)).Authentic);
    }

    [Fact]
    public async Task The_case_of_header_names_makes_no_difference()
    {
        await World.PayAsync();
        var message = await World.Inbox.NextAsync();

        var lower = Signed(message, "sandbox-signature", message.Header("Sandbox-Signature"));

        Assert.True((await World.ReceiveAsync(lower)).Authentic);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public async Task Empty_and_huge_bodies_are_refused_quietly(int length)
    {
        await World.PayAsync();

        AssertRefused(await World.ReceiveAsync(await World.Inbox.NextAsync() with { Body = new byte[length] }));
    }

    [Theory]
    [InlineData("""{"eventId":"evt_1","type":"payout.made","payout":{}}""", 200)]
    [InlineData("""{"eventId":"evt_1","type":"checkout.exploded","checkout":{"id":"c","reference":"r","status":"exploded","amount":1,"currency":"UAH"}}""", 200)]
    [InlineData("""{"eventId":"evt_1","type":"checkout.succeeded","checkout":{"id":"c","reference":"r","status":"succeeded","amount":1,"currency":"?"}}""", 200)]
    [InlineData("no JSON", 400)]
    [InlineData("""{"type":"checkout.succeeded"}""", 400)]
    public async Task A_genuine_message_about_nothing_we_know_has_no_facts(string body, int status)
    {
        var inbound = await World.ReceiveAsync(Genuine(body));

        Assert.True(inbound.Authentic);
        Assert.Empty(inbound.Facts);
        Assert.Equal(status, inbound.Reply.Status);
    }

    [Fact]
    public async Task White_space_in_the_raw_body_is_signed_as_it_is()
    {
        const string Body = """
             { "type" : "checkout.declined",  "eventId":"evt_1",
               "checkout": {"id":"c","reference":"r","status":"declined","amount":1,"currency":"UAH"} }

            """;

        var fact = Assert.Single((await World.ReceiveAsync(Genuine(Body))).Facts);

        Assert.Equal(DeclineKind.Other, Assert.IsType<Declined>(fact.Outcome).Kind);
    }

    [Fact]
    public async Task A_buyer_who_comes_back_proves_nothing()
    {
        var inbound = await World.ReceiveAsync(new InboundMessage
        {
            Kind = InboundKind.BrowserReturn,
            Method = "GET",
            Query = [KeyValuePair.Create("status", "succeeded")],
            Headers = [],
            Body = default,
        });

        Assert.Equal((false, 0, 200), (inbound.Authentic, inbound.Facts.Count, inbound.Reply.Status));
    }

    private static void AssertRefused(Inbound inbound)
    {
        Assert.False(inbound.Authentic);
        Assert.Empty(inbound.Facts);
        Assert.InRange(inbound.Reply.Status, 400, 499);
    }

    private static InboundMessage Signed(InboundMessage message, string name, string? signature) => message with
    {
        Headers =
        [
            .. message.Headers.Where(header => header.Key != "Sandbox-Signature"),
            .. signature is null ? Array.Empty<KeyValuePair<string, string>>() : [KeyValuePair.Create(name, signature)],
        ],
    };

    private async Task<string> NextReferenceAsync() =>
        Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts).MerchantReference;

    private InboundMessage Genuine(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new InboundMessage
        {
            Kind = InboundKind.Callback,
            Method = "POST",
            Query = [],
            Headers = [KeyValuePair.Create("Sandbox-Signature", Signature.Of(World.Merchant, World.Clock.GetUtcNow(), bytes))],
            Body = bytes,
        };
    }
}
