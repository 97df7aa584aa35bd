using BillingHeadless.Plugins.Activation;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Plugins.Gateways;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// Copies a plugin's answer into objects of the host alone. Even a list of texts can be of a class in the plugin's assembly
/// (the compiler makes such classes), and whoever keeps it keeps the whole plugin in memory.
/// </summary>
internal static class Detached
{
    /// <exception cref="PluginRefusedException">It is nothing, or nothing that a plugin can answer with.</exception>
    public static TAnswer Of<TAnswer>(TAnswer? answer)
        where TAnswer : class => (TAnswer)Copy(answer);

    private static object Copy(object? answer) => answer switch
    {
        GatewayCard card => Card(card),
        GatewayProbe probe => new GatewayProbe(Known(probe.Verdict), Texts(probe.Problems, HostingLimits.AnswerTextLength)),
        GatewayOutcome outcome => Outcome(outcome),
        Inbound inbound => new Inbound(inbound.Authentic, [.. Items(inbound.Facts).Select(Fact)], AnswerText.Reply(inbound.Reply)),
        DocumentCard card => new DocumentCard(AnswerText.Name(card.Format, "format"), AnswerText.Name(card.MediaType, "media type"), card.ReadsHtml),
        GeneratorReadiness readiness => readiness with { Mend = AnswerText.SentenceIfAny(readiness.Mend, "sentence") },
        DocumentGenerated file => file with { Content = file.Content.ToArray() },
        DocumentRefused refused => new DocumentRefused(Problems(refused.Problems)),
        DocumentWaits waits => new DocumentWaits(AnswerText.Sentence(waits.Mend, "sentence")),
        IReadOnlyList<DocumentProblem> problems => Problems(problems),
        ActivatorCard card => card with { Titles = Titles(card.Titles) },
        PortalConfirmed confirmed => new PortalConfirmed(AnswerText.Name(confirmed.MemberId, "member id"), AnswerText.Sentence(confirmed.Portal, "portal")),
        PortalRefused refused => new PortalRefused(AnswerText.Sentence(refused.Reason, "reason")),
        ConfirmationUnavailable unavailable => new ConfirmationUnavailable(AnswerText.Sentence(unavailable.Reason, "reason")),
        NoticeFailed failed => new NoticeFailed(AnswerText.Sentence(failed.Reason, "reason")),
        Notified or NothingToNotify => answer,
        null => throw AnswerText.Missing("answer"),
        _ => throw Foreign(answer),
    };

    private static GatewayCard Card(GatewayCard card) => card with
    {
        Titles = Titles(card.Titles),
        Currencies = Items(card.Currencies),
        Refunds = Known(card.Refunds),
        RefundTracking = Known(card.RefundTracking),
        Wallets = [.. Items(card.Wallets).Select(Known)],
        PageHosts = [.. Items(card.PageHosts).Select(host => AnswerText.Bounded(host, HostingLimits.AnswerAddressLength, "page host"))],
        Reference = card.Reference switch
        {
            null => throw AnswerText.Missing("reference rule"),
            { MaximumLength: < HostingLimits.ShortestReference } => throw new PluginRefusedException($"The plugin wants references of less than {HostingLimits.ShortestReference} characters."),
            var rule => rule,
        },
    };

    private static GatewayOutcome Outcome(GatewayOutcome outcome) => Parts(outcome) with
    {
        ProviderReference = AnswerText.NameIfAny(outcome.ProviderReference, "provider reference"),
        ProviderState = outcome.ProviderState is { } state ? AnswerText.Bounded(state, GatewayOutcome.MaximumStateLength, "state") : null,
    };

    private static GatewayOutcome Parts(GatewayOutcome outcome) => outcome switch
    {
        Succeeded succeeded => succeeded with { PaidWith = PaidWith(succeeded.PaidWith), SavedMethod = SavedMethod(succeeded.SavedMethod) },
        ActionNeeded needed => needed with { Action = Action(needed.Action) },
        Declined declined => declined with { Kind = Known(declined.Kind), ProviderCode = AnswerText.NameIfAny(declined.ProviderCode, "provider code") },
        NotSent unsent => unsent with { Kind = Known(unsent.Kind), Detail = AnswerText.SentenceIfAny(unsent.Detail, "detail") },
        Unknown unknown => unknown with { Kind = Known(unknown.Kind) },
        Unsupported unsupported => unsupported with { Capability = AnswerText.Sentence(unsupported.Capability, "capability") },
        Pending or NotFound or MethodForgotten => outcome,
        _ => throw Foreign(outcome),
    };

    private static PaidWith? PaidWith(PaidWith? paid) => paid is null
        ? null
        : new PaidWith(AnswerText.Mask(paid.Mask), AnswerText.NameIfAny(paid.Brand, "brand"), paid.Wallet is { } wallet ? Known(wallet) : null);

    private static SavedMethod? SavedMethod(SavedMethod? method) => method is null
        ? null
        : new SavedMethod(
            AnswerText.Bounded(method.Token, Gateways.SavedMethod.MaximumTokenLength, "token"), AnswerText.Mask(method.Mask), AnswerText.NameIfAny(method.Brand, "brand"));

    private static BuyerAction Action(BuyerAction? action) => action switch
    {
        Redirect redirect => new Redirect(AnswerText.Address(redirect.Url)),
        PostForm form => new PostForm(AnswerText.Address(form.Url), Texts(form.Fields, HostingLimits.AnswerFieldLength)),
        ScanQrCode code => new ScanQrCode(AnswerText.Bounded(code.Content, HostingLimits.AnswerAddressLength, "code")),
        FollowInstructions instructions => new FollowInstructions([.. Items(instructions.Lines).Select(line => AnswerText.Sentence(line, "line"))])
        {
            Transfer = Transfer(instructions.Transfer),
        },
        _ => throw AnswerText.Missing("action"),
    };

    private static TransferDetails? Transfer(TransferDetails? transfer) => transfer is null
        ? null
        : new TransferDetails(
            AnswerText.Name(transfer.Recipient, "recipient"), AnswerText.Name(transfer.Account, "account"), AnswerText.Sentence(transfer.Purpose, "purpose"))
        {
            Code = AnswerText.NameIfAny(transfer.Code, "recipient's code"),
            Bank = AnswerText.NameIfAny(transfer.Bank, "bank"),
            Bic = AnswerText.NameIfAny(transfer.Bic, "BIC"),
            CorrespondentAccount = AnswerText.NameIfAny(transfer.CorrespondentAccount, "correspondent account"),
            Kpp = AnswerText.NameIfAny(transfer.Kpp, "KPP"),
        };

    private static PaymentFact Fact(PaymentFact fact) => new(
        AnswerText.Name(fact.EventId, "event"), Known(fact.Kind), AnswerText.Name(fact.MerchantReference, "merchant reference"), Of(fact.Outcome));

    private static IReadOnlyList<DocumentProblem> Problems(IReadOnlyList<DocumentProblem> problems) =>
        [.. Items(problems).Select(problem => problem with { Text = AnswerText.Sentence(problem.Text, "problem") })];

    private static IReadOnlyDictionary<string, string> Titles(IReadOnlyDictionary<string, string>? titles) => Texts(titles, HostingLimits.TitleLength);

    private static TEnum Known<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.IsDefined(value) ? value : throw new PluginRefusedException($"The plugin answered with a {typeof(TEnum).Name} that the contract does not know.");

    private static IReadOnlyList<TItem> Items<TItem>(IReadOnlyList<TItem>? items)
    {
        var copy = new List<TItem>();
        foreach (var item in items ?? throw AnswerText.Missing("list"))
        {
            if (copy.Count == HostingLimits.AnswerItems)
            {
                throw TooMany();
            }

            copy.Add(item ?? throw AnswerText.Missing("item of a list"));
        }

        return copy;
    }

    private static IReadOnlyDictionary<string, string> Texts(IReadOnlyDictionary<string, string>? texts, int longest)
    {
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in texts ?? throw AnswerText.Missing("set of texts"))
        {
            if (copy.Count == HostingLimits.AnswerItems)
            {
                throw TooMany();
            }

            copy[AnswerText.Name(name, "name")] = AnswerText.Bounded(text, longest, "text");
        }

        return copy;
    }

    private static PluginRefusedException Foreign(object answer) => new($"The plugin answered with a {answer.GetType().Name}, which is not of the contract.");

    private static PluginRefusedException TooMany() => new($"The plugin answered with more than {HostingLimits.AnswerItems} items.");
}
