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
        GatewayOutcome { ProviderState.Length: > GatewayOutcome.MaximumStateLength } =>
            throw new PluginRefusedException($"The plugin answered with a state of more than {GatewayOutcome.MaximumStateLength} characters."),
        Succeeded { SavedMethod.Token.Length: > SavedMethod.MaximumTokenLength } =>
            throw new PluginRefusedException($"The plugin answered with a token of more than {SavedMethod.MaximumTokenLength} characters."),
        GatewayCard card => Card(card),
        GatewayProbe probe => new GatewayProbe(probe.Verdict, Texts(probe.Problems)),
        ActionNeeded needed => needed with { Action = Action(needed.Action) },
        Succeeded or Pending or Declined or NotSent or Unknown or NotFound or Unsupported or MethodForgotten => answer,
        Inbound inbound => new Inbound(inbound.Authentic, [.. Items(inbound.Facts).Select(Fact)], inbound.Reply ?? throw Nothing("reply")),
        DocumentGenerated file => file with { Content = file.Content.ToArray() },
        DocumentRefused refused => new DocumentRefused(Items(refused.Problems)),
        IReadOnlyList<DocumentProblem> problems => Items(problems),
        ActivatorCard card => card with { Titles = Texts(card.Titles) },
        DocumentWaits or DocumentCard or GeneratorReadiness => answer,
        PortalConfirmed or PortalRefused or ConfirmationUnavailable or Notified or NothingToNotify or NoticeFailed => answer,
        null => throw Nothing("answer"),
        _ => throw new PluginRefusedException($"The plugin answered with a {answer.GetType().Name}, which is not of the contract."),
    };

    private static GatewayCard Card(GatewayCard card) => card with
    {
        Titles = Texts(card.Titles),
        Currencies = Items(card.Currencies),
        Wallets = [.. Items(card.Wallets)],
        PageHosts = Items(card.PageHosts),
        Reference = card.Reference ?? throw Nothing("reference rule"),
    };

    private static BuyerAction Action(BuyerAction? action) => action switch
    {
        Redirect redirect => new Redirect(Address(redirect.Url)),
        PostForm form => new PostForm(Address(form.Url), Texts(form.Fields)),
        ScanQrCode code => code,
        FollowInstructions instructions => new FollowInstructions(Items(instructions.Lines)),
        _ => throw Nothing("action"),
    };

    private static PaymentFact Fact(PaymentFact fact) => fact with { Outcome = Of(fact.Outcome) };

    // A plugin can derive from Uri; the host's own copy cannot be such an object.
    private static Uri Address(Uri? url) => url is { IsAbsoluteUri: true }
        ? new Uri(url.OriginalString)
        : throw new PluginRefusedException("The plugin answered with an address that is not absolute.");

    private static IReadOnlyList<TItem> Items<TItem>(IReadOnlyList<TItem>? items)
    {
        var copy = new List<TItem>();
        foreach (var item in items ?? throw Nothing("list"))
        {
            if (copy.Count == HostingLimits.AnswerItems)
            {
                throw TooMany();
            }

            copy.Add(item ?? throw Nothing("item of a list"));
        }

        return copy;
    }

    private static IReadOnlyDictionary<string, string> Texts(IReadOnlyDictionary<string, string>? texts)
    {
        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in texts ?? throw Nothing("set of texts"))
        {
            if (copy.Count == HostingLimits.AnswerItems)
            {
                throw TooMany();
            }

            copy[name] = text ?? throw Nothing("text");
        }

        return copy;
    }

    private static PluginRefusedException Nothing(string what) => new($"The plugin answered without the {what} that the contract demands.");

    private static PluginRefusedException TooMany() => new($"The plugin answered with more than {HostingLimits.AnswerItems} items.");
}
