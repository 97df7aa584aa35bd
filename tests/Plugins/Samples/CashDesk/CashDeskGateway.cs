using System.Globalization;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;

namespace Samples.CashDesk;

/// <summary>
/// Takes cash at the merchant's desk: hryvnias within limits. It gives nothing back and can be asked nothing; the desk says what it
/// has taken by an address with the key of the desk in it. A message without a readable amount makes it fail.
/// </summary>
public sealed class CashDeskGateway : IPaymentGateway
{
    private static readonly Currency Hryvnia = new("UAH");

    public GatewayCard Describe() => new()
    {
        Titles = new Dictionary<string, string> { ["en"] = "Cash at the desk" },
        Currencies = [new CurrencyLimit(Hryvnia, MinimumMinor: 10_000, MaximumMinor: 100_000)],
        Refunds = RefundSupport.None,
    };

    public ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel) => ValueTask.FromResult(GatewayProbe.Usable);

    public ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) => ValueTask.FromResult<GatewayOutcome>(
        command is StartPayment start
            ? new ActionNeeded(new FollowInstructions(["Come to the desk.", $"Name the reference {start.Key.MerchantReference}."]))
            : new Unsupported("refunds"));

    public ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new Unsupported("statusQuery"));

    public ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel)
    {
        var fields = message.Query.ToDictionary();
        return ValueTask.FromResult(fields.GetValueOrDefault("key") == host.Settings.Text("deskKey") ? Read(fields) : Inbound.Refused);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Inbound Read(Dictionary<string, string> fields)
    {
        var taken = new Money(long.Parse(fields["amount"], NumberStyles.None, CultureInfo.InvariantCulture), Hryvnia);
        var fact = new PaymentFact($"desk-{fields["reference"]}", OperationKind.Payment, fields["reference"], new Succeeded(taken));
        return new Inbound(true, [fact], new InboundReply(200, "TAKEN"));
    }
}
