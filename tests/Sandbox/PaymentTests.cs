using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>From the start of a payment to the truth about it, with every test card and wallet.</summary>
public sealed class PaymentTests : SandboxTest
{
    [Fact]
    public async Task A_buyer_who_has_not_paid_yet_is_sent_to_the_page()
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);

        Assert.StartsWith($"{World.BaseUrl}/pay/", page.ToString());
        var outcome = Assert.IsType<ActionNeeded>(await World.QueryAsync(payment));
        Assert.Equal(new Redirect(page), outcome.Action);
    }

    [Fact]
    public async Task A_page_that_nobody_pays_on_closes_after_an_hour()
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);
        World.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(DeclineKind.Expired, Assert.IsType<Declined>(await World.QueryAsync(payment)).Kind);
        await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("wallet", "applePay")));
        Assert.Empty(await World.BookAsync());
    }

    [Theory]
    [InlineData(SandboxWorld.Succeeds, "4242")]
    [InlineData("4242424242424242", "4242")]
    [InlineData(SandboxWorld.DeclinesLaterCharges, "0341")]
    [InlineData(SandboxWorld.LacksFundsLater, "9961")]
    public async Task A_good_card_pays_the_exact_amount(string card, string mask)
    {
        var payment = await World.PayAsync(card);

        var outcome = Assert.IsType<Succeeded>(await World.QueryAsync(payment));
        Assert.Equal(payment.Amount, outcome.Amount);
        Assert.Equal(new PaidWith(mask, null, null), outcome.PaidWith);
        Assert.StartsWith("chk_", outcome.ProviderReference);
        Assert.Equal([("charge", payment.Key.MerchantReference, 190_000)], await World.BookAsync());
    }

    [Theory]
    [InlineData(SandboxWorld.IsDeclined, DeclineKind.CardRefused, false)]
    [InlineData(SandboxWorld.LacksFunds, DeclineKind.InsufficientFunds, true)]
    public async Task A_bad_card_is_declined_and_the_buyer_is_back_in_the_shop(string card, DeclineKind kind, bool retryMayHelp)
    {
        var payment = await World.PayAsync(card);

        var outcome = Assert.IsType<Declined>(await World.QueryAsync(payment));
        Assert.Equal((kind, retryMayHelp), (outcome.Kind, outcome.RetryMayHelp));
        Assert.Empty(await World.BookAsync());
    }

    [Theory]
    [InlineData("applePay", Wallet.ApplePay)]
    [InlineData("googlePay", Wallet.GooglePay)]
    [InlineData("samsungPay", Wallet.SamsungPay)]
    public async Task A_wallet_pays_and_is_named(string button, Wallet wallet)
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);
        await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("wallet", button)));

        var outcome = Assert.IsType<Succeeded>(await World.QueryAsync(payment));
        Assert.Equal(wallet, outcome.PaidWith!.Wallet);
        Assert.Contains(wallet, World.Gateway.Describe().Wallets);
    }

    [Fact]
    public async Task A_card_with_3D_Secure_pays_after_the_right_code()
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);

        var asked = await World.PostCardAsync(page, SandboxWorld.AsksForCode);
        Assert.Equal(page, asked.Headers.Location);
        Assert.Contains("name=\"code\"", await World.Browser.GetStringAsync(page));
        Assert.IsType<ActionNeeded>(await World.QueryAsync(payment));
        Assert.Empty(await World.BookAsync());

        await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("code", "123456")));
        Assert.IsType<Succeeded>(await World.QueryAsync(payment));
    }

    [Fact]
    public async Task Three_wrong_codes_decline_the_payment()
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);
        await World.PostCardAsync(page, SandboxWorld.AsksForCode);

        var first = await (await World.PostAsync(page, ("code", "000000"))).Content.ReadAsStringAsync();
        Assert.Contains("Залишилося спроб: 2", first);
        Assert.Contains("aria-invalid", first);
        Assert.IsType<ActionNeeded>(await World.QueryAsync(payment));
        await World.PostAsync(page, ("code", ""));
        await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("code", "654321")));

        Assert.Equal(DeclineKind.AuthenticationFailed, Assert.IsType<Declined>(await World.QueryAsync(payment)).Kind);
        await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("code", "123456")));
        Assert.Empty(await World.BookAsync());
    }

    [Fact]
    public async Task A_code_without_a_question_for_it_pays_nothing()
    {
        var page = await World.StartAsync(World.Payment());

        var answer = await World.PostAsync(page, ("code", "123456"));

        Assert.Equal(page, answer.Headers.Location);
        Assert.Empty(await World.BookAsync());
    }

    [Fact]
    public async Task The_buyer_can_cancel_on_the_page_and_at_the_question_for_the_code()
    {
        foreach (var card in new[] { null, SandboxWorld.AsksForCode })
        {
            var payment = World.Payment();
            var page = await World.StartAsync(payment);
            if (card is not null)
            {
                await World.PostCardAsync(page, card);
            }

            await SandboxWorld.AssertBackInShopAsync(await World.PostAsync(page, ("action", "cancel")));
            Assert.Equal(DeclineKind.CancelledByBuyer, Assert.IsType<Declined>(await World.QueryAsync(payment)).Kind);
        }
    }

    [Theory]
    [InlineData(1, "JPY")]
    [InlineData(1_900, "USD")]
    [InlineData(1_234_567, "KWD")]
    [InlineData(1_000_000_000_000_000, "UAH")]
    public async Task Currencies_keep_their_minor_units(long minor, string currency)
    {
        var payment = await World.PayAsync(payment: World.Payment(minor, currency));

        Assert.Equal(new Money(minor, new Currency(currency)), Assert.IsType<Succeeded>(await World.QueryAsync(payment)).Amount);
    }

    [Fact]
    public async Task A_charge_that_times_out_is_found_by_the_second_query()
    {
        var payment = await World.PayAsync(SandboxWorld.SucceedsInSilence);

        Assert.Equal(new Unknown(UnknownKind.Timeout), await World.GiveUpAsync(cancel => World.QueryAsync(payment, cancel: cancel)));
        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(await World.QueryAsync(payment)).Amount);

        // No callback was sent for it: the next payment's is the first that comes.
        var other = await World.PayAsync();
        var fact = Assert.Single((await World.ReceiveAsync(await World.Inbox.NextAsync())).Facts);
        Assert.Equal(other.Key.MerchantReference, fact.MerchantReference);
    }

    [Fact]
    public async Task A_patient_query_of_a_silent_charge_gets_a_504_in_the_end()
    {
        var payment = await World.PayAsync(SandboxWorld.SucceedsInSilence);

        var query = World.QueryAsync(payment);
        await World.Clock.WaitForTimerAsync(SandboxWorld.Silence);
        World.Clock.Advance(SandboxWorld.Silence);

        Assert.Equal(new Unknown(UnknownKind.ProviderFailed), await query);
    }

    [Fact]
    public async Task Twenty_starts_with_one_key_make_one_checkout_and_one_charge()
    {
        var payment = World.Payment();
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => World.StartAsync(payment)));

        var page = Assert.Single(pages.Distinct());
        await World.PostCardAsync(page, SandboxWorld.Succeeds);
        Assert.Single(await World.BookAsync());
        Assert.IsType<Succeeded>(await World.Gateway.ExecuteAsync(payment, World.Merchant, CancellationToken.None));
    }

    [Fact]
    public async Task Twenty_clicks_at_once_charge_once()
    {
        var payment = World.Payment();
        var page = await World.StartAsync(payment);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => World.PostCardAsync(page, SandboxWorld.Succeeds)));

        await Task.WhenAll(clicks.Select(SandboxWorld.AssertBackInShopAsync));
        Assert.Equal([("charge", payment.Key.MerchantReference, 190_000)], await World.BookAsync());
    }

    [Fact]
    public async Task One_key_with_another_amount_or_reference_is_refused()
    {
        var payment = await World.PayAsync();
        var dearer = payment with { Amount = payment.Amount with { Minor = 190_001 } };
        var renamed = payment with { Key = payment.Key with { IdempotencyKey = "another" } };

        foreach (var twin in new[] { dearer, renamed })
        {
            var outcome = await World.Gateway.ExecuteAsync(twin, World.Merchant, CancellationToken.None);
            Assert.Equal(NotSentKind.InvalidRequest, Assert.IsType<NotSent>(outcome).Kind);
        }

        Assert.Single(await World.BookAsync());
    }

    [Fact]
    public async Task A_long_description_is_shortened_for_the_page()
    {
        var payment = World.Payment() with { Description = new string('a', 499) + "😀 and more" };

        var html = await World.Browser.GetStringAsync(await World.StartAsync(payment));

        Assert.Contains($">{new string('a', 499)}<", html);
    }

    [Fact]
    public async Task A_payment_that_never_began_is_not_found()
    {
        Assert.Equal(new NotFound(), await World.QueryAsync(World.Payment()));
        await World.PayAsync();
        Assert.Equal(new NotFound(), await World.QueryAsync(World.Payment()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task An_amount_that_is_no_payment_is_refused_without_asking(long minor)
    {
        var nowhere = World.NewHost(baseUrl: "http://127.0.0.1:1/sandbox");

        var outcome = await World.Gateway.ExecuteAsync(World.Payment(minor), nowhere, CancellationToken.None);

        Assert.Equal(NotSentKind.InvalidRequest, Assert.IsType<NotSent>(outcome).Kind);
    }

    [Fact]
    public async Task A_live_merchant_is_refused_everything()
    {
        using var live = new TestHost(new Dictionary<string, string> { ["baseUrl"] = World.BaseUrl.ToString() }, World.Clock, TimeSpan.FromSeconds(5))
        {
            TestMode = false,
        };

        var started = await World.Gateway.ExecuteAsync(World.Payment(), live, CancellationToken.None);
        Assert.Equal(NotSentKind.NotConfigured, Assert.IsType<NotSent>(started).Kind);
        Assert.IsType<Unknown>(await World.QueryAsync(World.Payment(), live));
        Assert.Equal(ProbeVerdict.NotUsable, (await World.Gateway.ProbeAsync(live, CancellationToken.None)).Verdict);
        await World.PayAsync();
        Assert.False((await World.ReceiveAsync(await World.Inbox.NextAsync(), live)).Authentic);
        Assert.True(World.Gateway.Describe().TestModeOnly);
    }
}
