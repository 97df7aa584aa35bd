using BillingHeadless.Conformance.Running;
using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Conformance.Assertions;

/// <summary>Assertions 1 to 8: the package, its manifest, and whether the card fits them.</summary>
internal static class PackageAssertions
{
    private const string SettingPrefix = "$setting:";

    // What else can be wrong with a package than what another assertion names.
    private static readonly string[] NotReadable = [FailureCodes.Unreadable, FailureCodes.TooLarge, FailureCodes.PathOutside, FailureCodes.ManifestInvalid];

    public static IEnumerable<PackageAssertion> OfPackage =>
    [
        new("01 The package can be read, and its manifest fits the schema, before any code is loaded", subject => IsNoneOf(subject, NotReadable)),
        new("02 The contract's range names both ends and covers this contract", subject => IsNoneOf(subject, FailureCodes.ContractTooOld, FailureCodes.ContractTooNew)),
        new("03 Every file is listed with its hash, and nothing else is there", subject => IsNoneOf(subject, FailureCodes.FileMissing, FailureCodes.FileUnlisted, FailureCodes.HashWrong)),
        new("04 Neither the contract nor an assembly of the runtime is in the package", subject => IsNoneOf(subject, FailureCodes.AssemblyNotAllowed)),
        new("05 The code uses nothing that would keep it in memory or lead around the host", subject => IsNoneOf(subject, FailureCodes.ForbiddenApi)),
        new("06 A signature fits, where there is one", subject => IsNoneOf(subject, FailureCodes.SignatureWrong, FailureCodes.Unsigned, FailureCodes.PublisherUnknown)),
        new("06 The plugin loads, and describes itself as its manifest does", Loads),
    ];

    public static IEnumerable<GatewayAssertion> OfGateway =>
    [
        new("06 The card is the same every time, and nothing is asked for it", CardIsPure),
        new("07 The card makes sense in itself", CardMakesSense),
        new("07 What the card does not declare is answered as unsupported", UndeclaredIsUnsupported) { NotFor = (card, _) => card is { SavedMethods: true, ForgetsMethods: true, Refunds: RefundSupport.Partial } ? "The card declares everything." : null },
        new("08 The settings fit the schema, and every secret is marked as one", SecretsAreMarked),
    ];

    private static void IsNoneOf(PluginSubject subject, params string[] codes)
    {
        var failure = subject.Reading.Failure;
        Assert.False(failure is not null && codes.Contains(failure.Code), Sentences(failure));
    }

    private static void Loads(PluginSubject subject)
    {
        Assert.True(subject.Reading.Failure is null, Sentences(subject.Reading.Failure));
        if (subject.LoadFailure is { Code: FailureCodes.Threw or FailureCodes.TooSlow } crash)
        {
            throw new NoAnswerException(Sentences(crash));
        }

        Assert.True(subject.LoadFailure is null, Sentences(subject.LoadFailure));
        Assert.True(subject.Gateway is not null, "It is a plugin, but no payment gateway: this kit is about gateways.");
    }

    private static async Task CardIsPure(GatewayRun run)
    {
        var gateway = run.Subject.Gateway!;
        var cards = new[] { run.Card, await gateway.DescribeAgainAsync(run.Merchant), await gateway.DescribeAgainAsync(run.HostWith(merchantId: "mer_other")) };
        Assert.Single(cards.Select(TextOf).Distinct());
        Assert.Empty(run.Stub.Requests);
    }

    private static Task CardMakesSense(GatewayRun run)
    {
        var card = run.Card;
        Assert.All(card.Currencies, limit => Assert.True(limit.MinimumMinor >= 1 && limit.MaximumMinor is null or > 0 && !(limit.MaximumMinor < limit.MinimumMinor), $"The limits of {limit.Currency} leave nothing."));
        Assert.Equal(card.Currencies.Count, card.Currencies.DistinctBy(limit => limit.Currency).Count());
        Assert.InRange(card.Reference.MaximumLength, 1, int.MaxValue);
        Assert.True(card.SettlingDelay >= TimeSpan.Zero, "A provider cannot settle before it was asked.");
        Assert.True(card.SavedMethods || !card.ForgetsMethods, "What is not kept cannot be forgotten.");
        Assert.NotEmpty(card.PageHosts);
        Assert.All(card.PageHosts, host => Assert.True(
            host.StartsWith(SettingPrefix, StringComparison.Ordinal) || (Uri.TryCreate(host, UriKind.Absolute, out var url) && url.AbsolutePath == "/"), $"{host} is no origin."));
        return Task.CompletedTask;
    }

    private static async Task UndeclaredIsUnsupported(GatewayRun run)
    {
        var payment = run.NewPayment();
        if (!run.Card.SavedMethods)
        {
            Outcome.Is<Unsupported>(await run.ExecuteAsync(run.ChargeOf(payment, "a-token")));
        }

        if (!run.Card.ForgetsMethods)
        {
            Outcome.Is<Unsupported>(await run.ExecuteAsync(new ForgetMethod { Key = run.NewKey(), Token = "a-token", CustomerReference = "cus_01JZ" }));
        }

        if (run.Card.Refunds != RefundSupport.Partial)
        {
            var (paid, outcome) = await run.PaidAsync();
            var part = await run.ExecuteAsync(run.NewRefund(paid, outcome, paid.Amount.Minor / 2));
            Assert.True(part is Unsupported or NotSent { Kind: NotSentKind.InvalidRequest }, $"A part went back, or may have: {part}");
        }
    }

    private static Task SecretsAreMarked(GatewayRun run)
    {
        var schema = run.Subject.Reading.Package!.Manifest.Settings;
        Assert.Empty(schema.Validate(run.Adapter.Settings));
        var open = run.Adapter.Settings.Where(setting => run.Adapter.Canaries.Contains(setting.Value) && schema.Find(setting.Key)?.Secret != true);
        Assert.True(!open.Any(), $"Mark as secret: {string.Join(", ", open.Select(setting => setting.Key))}.");
        return Task.CompletedTask;
    }

    private static string TextOf(GatewayCard card) => string.Join(
        '|',
        [.. card.Titles.Select(title => $"{title}"), .. card.Currencies.Select(limit => $"{limit}"), .. card.PageHosts, .. card.Wallets.Select(wallet => $"{wallet}"), $"{card}"]);

    private static string Sentences(PluginFailure? failure) => string.Join('\n', failure?.Sentences ?? []);
}
