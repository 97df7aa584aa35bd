using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 13 to 19 and 27: payments with a buyer, and kept methods.</summary>
internal static class PaymentAssertions
{
    private const string NoCurrencyList = "The card names no currencies.";
    private const string NothingIsKept = "The provider keeps no methods.";

    public static IEnumerable<GatewayAssertion> All =>
    [
        new("13 A buyer pays exactly the amount", PaysExactly),
        new("13 Whoever has not paid yet is waited for", IsWaitedFor),
        new("14 Currencies with other digits arrive as they are", OddAmountsArrive) { NotFor = (_, adapter) => adapter.OddAmounts.Count == 0 ? "One kind of currency only." : null },
        new("15 Less than the minimum is not sent", TooLittleIsNotSent),
        new("16 Another currency is not sent", OtherCurrencyIsNotSent) { NotFor = (card, _) => card.Currencies.Count == 0 ? NoCurrencyList : null },
        new("15 More than the maximum is not sent", TooMuchIsNotSent) { NotFor = (card, adapter) => MaximumOf(card, adapter) is null ? "The card names no maximum." : null },
        new("17 The reference on the wire is ours and fits the card", ReferenceFits),
        new("18 A refusal is a decline with its kind", RefusalIsDecline) { NotFor = (_, adapter) => adapter.RefusalEnds ? null : "On this provider's page a refusal does not end the payment." },
        new("18 A page that nobody paid on ends as expired", UnpaidExpires),
        new("19 Lack of money may be mended", LackOfMoneyMayBeMended)
        {
            NotFor = (_, adapter) => adapter is { RefusalEnds: true, TellsLackOfMoney: true } ? null : "The provider does not tell it, or its page lets the buyer try again.",
        },
        new("13 The wallet that paid is named", WalletIsNamed) { NotFor = (_, adapter) => adapter.TellsWallet ? null : "The provider does not tell which wallet paid." },
        new("20 The buyer is sent to a page at the card's hosts", PageIsDeclared),
        new("22 Asking twice says the same twice, with and without the provider's reference", AskingTwiceIsTheSame),
        new("27 A method is kept, charged without the buyer, and forgotten", MethodIsKept) { NotFor = (card, _) => card.SavedMethods ? null : NothingIsKept },
        new("27 Nothing is kept unless it was asked for", NothingIsKeptUnasked) { NotFor = (card, _) => card.SavedMethods ? null : NothingIsKept },
    ];

    private static async Task PaysExactly(GatewayRun run)
    {
        var (command, paid) = await run.PaidAsync();
        Assert.Equal(command.Amount, paid.Amount);
        Assert.Equal((1, run.Adapter.BookedMinor(command.Amount)), run.Stub.Moved(command.Key.MerchantReference));
    }

    private static async Task IsWaitedFor(GatewayRun run)
    {
        var command = run.NewPayment();
        var started = Outcome.Is<ActionNeeded>(await run.ExecuteAsync(command));
        Assert.True(await run.QueryAsync(command, started) is Pending or ActionNeeded);
        Assert.Equal(0, run.Stub.Moved(command.Key.MerchantReference).Times);
    }

    private static async Task OddAmountsArrive(GatewayRun run)
    {
        foreach (var amount in run.Adapter.OddAmounts)
        {
            var (command, paid) = await run.PaidAsync(amount);
            Assert.Equal(command.Amount, paid.Amount);
            Assert.Equal((1, run.Adapter.BookedMinor(amount)), run.Stub.Moved(command.Key.MerchantReference));
        }
    }

    private static async Task TooLittleIsNotSent(GatewayRun run)
    {
        var minimum = run.Card.Currencies.FirstOrDefault(limit => limit.Currency == run.Adapter.Price.Currency)?.MinimumMinor ?? 1;
        var outcome = await run.ExecuteAsync(run.NewPayment(run.Adapter.Price with { Minor = minimum - 1 }));
        Assert.Equal(NotSentKind.InvalidRequest, Outcome.Is<NotSent>(outcome).Kind);
        Assert.Empty(run.Stub.Requests);
    }

    private static async Task TooMuchIsNotSent(GatewayRun run)
    {
        var outcome = await run.ExecuteAsync(run.NewPayment(run.Adapter.Price with { Minor = MaximumOf(run.Card, run.Adapter)!.Value + 1 }));
        Assert.Equal(NotSentKind.InvalidRequest, Outcome.Is<NotSent>(outcome).Kind);
        Assert.Empty(run.Stub.Requests);
    }

    private static long? MaximumOf(GatewayCard card, GatewayAdapter adapter) => card.Currencies.FirstOrDefault(limit => limit.Currency == adapter.Price.Currency)?.MaximumMinor;

    private static async Task OtherCurrencyIsNotSent(GatewayRun run)
    {
        var outcome = await run.ExecuteAsync(run.NewPayment(new Money(100_000, new Currency("VUV"))));
        Assert.Equal(NotSentKind.InvalidRequest, Outcome.Is<NotSent>(outcome).Kind);
        Assert.Empty(run.Stub.Requests);
    }

    private static async Task ReferenceFits(GatewayRun run)
    {
        var (command, _) = await run.PaidAsync();
        var reference = command.Key.MerchantReference;
        Assert.InRange(reference.Length, 1, run.Card.Reference.MaximumLength);
        Assert.True(!run.Card.Reference.DigitsOnly || reference.All(char.IsAsciiDigit));
        Assert.Equal(1, run.Stub.Moved(reference).Times);
    }

    private static async Task RefusalIsDecline(GatewayRun run)
    {
        var declined = Outcome.Is<Declined>(await AfterAsync(run, Buying.IsRefusedForGood));
        Assert.NotNull(declined.ProviderCode);
    }

    private static async Task UnpaidExpires(GatewayRun run)
    {
        var declined = Outcome.Is<Declined>(await AfterAsync(run, Buying.LetsItExpire));
        Assert.Equal((DeclineKind.Expired, true), (declined.Kind, declined.RetryMayHelp));
    }

    private static async Task LackOfMoneyMayBeMended(GatewayRun run)
    {
        var declined = Outcome.Is<Declined>(await AfterAsync(run, Buying.LacksMoney));
        Assert.Equal((DeclineKind.InsufficientFunds, true), (declined.Kind, declined.RetryMayHelp));
    }

    private static async Task WalletIsNamed(GatewayRun run)
    {
        var (_, paid) = await run.PaidAsync(buying: Buying.PaysWithGooglePay);
        Assert.Equal(Wallet.GooglePay, paid.PaidWith?.Wallet);
        Assert.Contains(Wallet.GooglePay, run.Card.Wallets);
    }

    private static async Task PageIsDeclared(GatewayRun run)
    {
        var action = Outcome.Is<ActionNeeded>(await run.ExecuteAsync(run.NewPayment())).Action;
        var page = action switch { Redirect redirect => redirect.Url, PostForm form => form.Url, _ => null };

        // The provider's page is on this machine now: what a card names by its real name stands there for the addresses of the settings.
        var origins = run.Adapter.AddressSettings.Select(setting => new Uri(run.Adapter.Settings[setting]).Authority);
        Assert.True(page is null || origins.Contains(page.Authority), $"{page} is at none of the declared hosts.");
    }

    private static async Task AskingTwiceIsTheSame(GatewayRun run)
    {
        var (command, paid) = await run.PaidAsync();
        Assert.Equal(paid, await run.QueryAsync(command, paid));
        Assert.Equal(paid.Amount, Outcome.Is<Succeeded>(await run.AskBareAsync(command)).Amount);
    }

    private static async Task MethodIsKept(GatewayRun run)
    {
        var (command, paid) = await run.PaidAsync(save: true);
        var charge = run.ChargeOf(command, paid);
        var outcome = await run.ExecuteAsync(charge);
        var charged = Outcome.Is<Succeeded>(outcome is Pending ? await run.QueryAsync(charge, outcome) : outcome);
        Assert.Equal(charge.Amount, charged.Amount);
        Assert.Equal(1, run.Stub.Moved(charge.Key.MerchantReference).Times);

        var forget = new ForgetMethod { Key = run.NewKey(), Token = charge.Token, CustomerReference = charge.CustomerReference };
        if (!run.Card.ForgetsMethods)
        {
            Outcome.Is<Unsupported>(await run.ExecuteAsync(forget));
            return;
        }

        Outcome.Is<MethodForgotten>(await run.ExecuteAsync(forget));
        var again = charge with { Key = run.NewKey() };
        Assert.True(await run.ExecuteAsync(again) is Declined or NotSent);
        Assert.Equal(0, run.Stub.Moved(again.Key.MerchantReference).Times);
        Outcome.Is<MethodForgotten>(await run.ExecuteAsync(forget with { Key = run.NewKey() }));
    }

    private static async Task NothingIsKeptUnasked(GatewayRun run) => Assert.Null((await run.PaidAsync()).Outcome.SavedMethod);

    private static async Task<GatewayOutcome> AfterAsync(GatewayRun run, Buying buying)
    {
        var command = run.NewPayment();
        var started = await run.ExecuteAsync(command);
        await run.BuyAsync(started, command.Key, buying);
        if (buying == Buying.LetsItExpire)
        {
            run.Merchant.Time.Now += TimeSpan.FromDays(1);
        }

        return await run.QueryAsync(command, started);
    }
}
