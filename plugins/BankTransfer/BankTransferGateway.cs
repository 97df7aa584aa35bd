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
        Task.FromResult<GatewayOutcome>(new ActionNeeded(Instructions(command, call.Settings)) { ProviderState = FormState.Of(call.Now + call.Settings.Validity) });

    protected override Task<GatewayOutcome> QueryPaymentAsync(GatewayQuery query, GatewayCall<BankTransferSettings> call) =>
        Task.FromResult(FormState.NotKnown(query.Key.ProviderState, call.Now, AskAgain));

    protected override Task<Inbound> ReceiveAsync(InboundMessage message, GatewayCall<BankTransferSettings> call) => Task.FromResult(Inbound.Refused);

    private static FollowInstructions Instructions(StartPayment command, BankTransferSettings settings)
    {
        var transfer = TransferOf(command, settings);
        return new FollowInstructions([.. Lines(Wording.In(command.Language), transfer, command.Amount)]) { Transfer = transfer };
    }

    private static TransferDetails TransferOf(StartPayment command, BankTransferSettings settings)
    {
        var reference = command.Key.MerchantReference;
        var purpose = $"{WireText.Shortened(command.Description, LongestPurpose - reference.Length - 2)}, {reference}";
        return new TransferDetails(settings.Recipient, settings.Account, purpose)
        {
            Code = settings.Code,
            Bank = settings.Bank,
            Bic = settings.Bic,
            CorrespondentAccount = settings.CorrespondentAccount,
            Kpp = settings.Kpp,
        };
    }

    private static IEnumerable<string> Lines(Wording wording, TransferDetails transfer, Money amount) =>
        new (string Name, string? Value)[]
        {
            (wording.Recipient, transfer.Recipient),
            (wording.Code, transfer.Code),
            (wording.Kpp, transfer.Kpp),
            (wording.Account, transfer.Account),
            (wording.Bank, transfer.Bank),
            (wording.Bic, transfer.Bic),
            (wording.CorrespondentAccount, transfer.CorrespondentAccount),
            (wording.Amount, $"{MajorUnits.Write(amount)} {amount.Currency}"),
            (wording.Purpose, transfer.Purpose),
        }.Where(line => line.Value is not null).Select(line => $"{line.Name}: {line.Value}");
}
