using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.BankTransfer;

/// <summary>
/// A transfer at the buyer's bank: instructions with a reference. No provider is asked; the merchant sees the money in the bank's statement
/// and confirms it.
/// </summary>
public sealed class BankTransferGateway : GatewayBase<BankTransferSettings>
{
    private const int ReferenceLength = 12;
    private const int LongestPurpose = 140;
    private static readonly TimeSpan AskAgain = TimeSpan.FromDays(1);

    public override GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string>
        {
            ["uk"] = "Банківський переказ",
            ["en"] = "Bank transfer",
            ["ru"] = "Банковский перевод",
            ["kk"] = "Банк аударымы",
        },
        Reference = new ReferenceRule(ReferenceLength),
    };

    protected override SettingsReading<BankTransferSettings> Read(IPluginHost host) => BankTransferSettings.Read(host);

    protected override Task<GatewayProbe> ProbeAsync(GatewayCall<BankTransferSettings> call) => Task.FromResult(GatewayProbe.Usable);

    protected override Task<GatewayOutcome> StartAsync(StartPayment command, GatewayCall<BankTransferSettings> call) =>
        Task.FromResult<GatewayOutcome>(new ActionNeeded(new FollowInstructions([.. Lines(command, call.Settings)]))
        {
            ProviderState = FormState.Of(call.Now + call.Settings.Validity),
        });

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<BankTransferSettings> call) =>
        Task.FromResult(FormState.NotKnown(query.Key.ProviderState, call.Now, AskAgain));

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<BankTransferSettings> call) => Task.FromResult(Inbound.Refused);

    private static IEnumerable<string> Lines(StartPayment command, BankTransferSettings settings)
    {
        var wording = Wording.In(command.Language);
        yield return $"{wording.Recipient}: {settings.Recipient}";
        if (settings.Code is { } code)
        {
            yield return $"{wording.Code}: {code}";
        }

        yield return $"{wording.Account}: {settings.Account}";
        if (settings.Bank is { } bank)
        {
            yield return $"{wording.Bank}: {bank}";
        }

        yield return $"{wording.Amount}: {MajorUnits.Write(command.Amount)} {command.Amount.Currency}";
        var reference = command.Key.MerchantReference;
        yield return $"{wording.Purpose}: {WireText.Shortened(command.Description, LongestPurpose - reference.Length - 2)}, {reference}";
    }
}
