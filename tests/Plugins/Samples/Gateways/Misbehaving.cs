using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Gateways;
using Samples.Rates;

namespace Samples.Gateways;

/// <summary>Needs its second assembly, but only when it is called.</summary>
public sealed class UsesItsLibrary : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new Unsupported(Rate.Name));
}

/// <summary>Throws where it is made.</summary>
public sealed class ThrowsInItsConstructor : SampleGateway
{
    public ThrowsInItsConstructor() => throw new InvalidOperationException("no such luck");
}

/// <summary>Is not made within any time.</summary>
public sealed class HangsInItsConstructor : SampleGateway
{
    public HangsInItsConstructor() => Thread.Sleep(Timeout.Infinite);
}

/// <summary>Throws an exception of its own class, and says the secret in it.</summary>
public sealed class ThrowsInACall : SampleGateway
{
    public override async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        await Task.Yield();
        throw new OwnException($"the key {host.Settings.Text("apiKey")} is wrong");
    }

    private sealed class OwnException(string message) : Exception(message);
}

/// <summary>Neither answers nor heeds its token.</summary>
public sealed class Hangs : SampleGateway
{
    public override async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        host.Log.Information("called");
        await new TaskCompletionSource().Task;
        return new NotFound();
    }
}

/// <summary>Blocks its thread for ever, and throws at whoever cancels it.</summary>
public sealed class Blocks : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        cancel.Register(() => throw new InvalidOperationException("do not cancel me"));
        host.Log.Information("called");
        Thread.Sleep(Timeout.Infinite);
        return ValueTask.FromResult<GatewayOutcome>(new NotFound());
    }
}

/// <summary>Waits until it is cancelled, and then says what it knows.</summary>
public sealed class WaitsForItsEnd : SampleGateway
{
    public override async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        var ended = new TaskCompletionSource();
        using var registration = cancel.Register(ended.SetResult);
        await ended.Task;
        return new Unknown(UnknownKind.Timeout);
    }
}

/// <summary>Answers with nothing where the contract demands something.</summary>
public sealed class AnswersNonsense : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(null!);

    public override ValueTask<GatewayOutcome> QueryAsync(GatewayQuery query, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult<GatewayOutcome>(new ActionNeeded(new PostForm(new Uri("/relative", UriKind.Relative), new Dictionary<string, string>())));
}

/// <summary>Answers with a list that never ends.</summary>
public sealed class AnswersWithoutEnd : SampleGateway
{
    public override GatewayCard Describe() => base.Describe() with { PageHosts = new Endless() };

    private sealed class Endless : IReadOnlyList<string>
    {
        public int Count => 1;

        public string this[int index] => "again";

        public IEnumerator<string> GetEnumerator()
        {
            while (true)
            {
                yield return "again";
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>Writes its secret into the log, in several spellings.</summary>
public sealed class TellsSecrets : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        var secret = host.Settings.Text("apiKey");
        host.Log.Information($"key={secret}");
        host.Log.Warning($"https://pay.example/?key={Uri.EscapeDataString(secret)}");
        return base.ExecuteAsync(command, host, cancel);
    }
}

/// <summary>Calls the address in the payment's description, and answers with what came of it.</summary>
public sealed class Calls : SampleGateway
{
    public override async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        try
        {
            using var response = await host.Http.GetAsync(((StartPayment)command).Description, cancel);
            return new Unsupported($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancel)}");
        }
        catch (HttpRequestException failure)
        {
            return new NotSent(NotSentKind.ConnectFailed) { Detail = $"{failure.Message} {failure.InnerException?.Message}" };
        }
    }
}

/// <summary>Keeps what it was lent.</summary>
public sealed class KeepsItsHost : SampleGateway
{
    private IPluginHost? kept;

    public override async ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        if (kept is null)
        {
            kept = host;
            return new NotFound();
        }

        using var response = await kept.Http.GetAsync("https://pay.example/", cancel);
        return new Unsupported("reached");
    }
}

/// <summary>A class that is no gateway.</summary>
public sealed class NoGateway;

/// <summary>A gateway that cannot be made without help.</summary>
public sealed class NeedsArguments(string name) : SampleGateway
{
    public string Name => name;
}

/// <summary>Writes far more into the log than anybody reads.</summary>
public sealed class TalksWithoutEnd : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        const int ManyLines = 10_000;
        for (var line = 0; line < ManyLines; line++)
        {
            host.Log.Information(new string('a', ManyLines) + "\r\nforged line");
        }

        return base.ExecuteAsync(command, host, cancel);
    }
}

/// <summary>Says something else each time.</summary>
public sealed class ChangesItsMind : SampleGateway
{
    private int asked;

    public override GatewayCard Describe() => base.Describe() with { SettlingDelay = TimeSpan.FromSeconds(++asked) };
}

/// <summary>Has another name than its manifest says.</summary>
public sealed class HasAnotherName : SampleGateway
{
    public override GatewayCard Describe() => base.Describe() with { Titles = new Dictionary<string, string> { ["en"] = "Other" } };
}

/// <summary>Sends buyers to an address that no setting holds.</summary>
public sealed class NamesNoSetting : SampleGateway
{
    public override GatewayCard Describe() => base.Describe() with { PageHosts = ["$setting:pageUrl"] };
}

/// <summary>Fails when the payment's description asks it to.</summary>
public sealed class FailsOnDemand : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ((StartPayment)command).Description == "fail" ? throw new InvalidOperationException("as it was told") : base.ExecuteAsync(command, host, cancel);
}

/// <summary>Does not take credentials that others take.</summary>
public sealed class RefusesCredentials : SampleGateway
{
    public override ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel) => ValueTask.FromResult(
        new GatewayProbe(ProbeVerdict.NotUsable, new Dictionary<string, string> { ["apiKey"] = "It is read wrongly here." }));
}

/// <summary>Keeps itself alive by a loop that nobody ends.</summary>
public sealed class NeverEnds : SampleGateway
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public NeverEnds() => _ = RunAsync();

    private static async Task RunAsync()
    {
        while (true)
        {
            await Task.Delay(Pause);
        }
    }
}

/// <summary>Takes memory until there is none.</summary>
public sealed class AllocatesWithoutEnd : SampleGateway
{
    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel)
    {
        const int Megabyte = 1024 * 1024;
        var kept = new List<byte[]>();
        while (true)
        {
            kept.Add(GC.AllocateUninitializedArray<byte>(Megabyte));
        }
    }
}

/// <summary>Answers with texts that are too long, or that no database can hold; the payment's description says which.</summary>
public sealed class AnswersTooMuch : SampleGateway
{
    private const int Megabyte = 1024 * 1024;

    private static readonly string TooLong = new('a', Megabyte);

    public override ValueTask<GatewayProbe> ProbeAsync(IPluginHost host, CancellationToken cancel) => ValueTask.FromResult(
        new GatewayProbe(ProbeVerdict.NotUsable, new Dictionary<string, string> { ["apiKey"] = TooLong }));

    public override ValueTask<GatewayOutcome> ExecuteAsync(GatewayCommand command, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult(Outcome(((StartPayment)command).Description));

    public override ValueTask<Inbound> ReceiveAsync(InboundMessage message, IPluginHost host, CancellationToken cancel) =>
        ValueTask.FromResult(Answer(message.Header("case") ?? ""));

    private static GatewayOutcome Outcome(string wanted) => wanted switch
    {
        "reference" => new Pending(TimeSpan.Zero) { ProviderReference = TooLong },
        "zero" => new Pending(TimeSpan.Zero) { ProviderReference = "a\0b" },
        "half a sign" => new Pending(TimeSpan.Zero) { ProviderState = "a\ud83d" },
        "state" => new Pending(TimeSpan.Zero) { ProviderState = TooLong },
        "address" => new ActionNeeded(new Redirect(new Uri($"https://pay.example/{TooLong}"))),
        "field" => new ActionNeeded(new PostForm(new Uri("https://pay.example/"), new Dictionary<string, string> { ["data"] = TooLong })),
        "field's name" => new ActionNeeded(new PostForm(new Uri("https://pay.example/"), new Dictionary<string, string> { [TooLong] = "data" })),
        "code" => new ActionNeeded(new ScanQrCode(TooLong)),
        "line" => new ActionNeeded(new FollowInstructions([TooLong])),
        "purpose" => new ActionNeeded(new FollowInstructions([]) { Transfer = new TransferDetails("Payee", "UA", TooLong) }),
        "card" => new Succeeded(new Money(1900, new Currency("UAH"))) { PaidWith = new PaidWith("4242424242424242", null, null) },
        "brand" => new Succeeded(new Money(1900, new Currency("UAH"))) { PaidWith = new PaidWith(null, TooLong, null) },
        "token" => new Succeeded(new Money(1900, new Currency("UAH"))) { SavedMethod = new SavedMethod(TooLong, null, null) },
        "detail" => new NotSent(NotSentKind.InvalidRequest) { Detail = TooLong },
        "kind" => new Declined((DeclineKind)999, false),
        "capability" => new Unsupported(TooLong),
        _ => new Declined(DeclineKind.Other, false) { ProviderCode = TooLong },
    };

    private static Inbound Answer(string wanted) => wanted switch
    {
        "event" => new Inbound(true, [new PaymentFact(TooLong, OperationKind.Payment, "ref", new NotFound())], new InboundReply(200)),
        "merchant reference" => new Inbound(true, [new PaymentFact("evt", OperationKind.Payment, "a\0", new NotFound())], new InboundReply(200)),
        "reply" => new Inbound(true, [], new InboundReply(200, TooLong)),
        "media type" => new Inbound(true, [], new InboundReply(200, "ok", "text/plain\r\nSet-Cookie: a=b")),
        "script" => new Inbound(true, [], new InboundReply(200, "ok", "text/plain; charset=\"ї\"")),
        "status" => new Inbound(true, [], new InboundReply(42)),
        _ => new Inbound(true, [], new InboundReply(204, "a body where there is none")),
    };
}

/// <summary>Wants references so short that they meet.</summary>
public sealed class WantsShortReferences : SampleGateway
{
    public override GatewayCard Describe() => base.Describe() with { Reference = new ReferenceRule(3) };
}
