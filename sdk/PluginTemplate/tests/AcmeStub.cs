using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BillingHeadless.Conformance;
using BillingHeadless.Conformance.Provider;

namespace Acme.Tests;

/// <summary>Acme's side of the protocol, with code of its own: what the plugin gets wrong must not be wrong here as well.</summary>
public sealed class AcmeStub : ProviderStub
{
    public const string ApiKey = "key-of-the-tests";
    public const string WebhookSecret = "secret-of-the-tests";

    private readonly Dictionary<string, JsonObject> payments = [];
    private readonly Dictionary<string, JsonObject> refunds = [];
    private readonly Dictionary<string, (string Request, StubAnswer Answer)> replays = [];
    private int numbers;

    public override string State => string.Join('\n', payments.Values.Concat(refunds.Values).Select(entry => entry.ToJsonString()));

    public override string LatestReference => payments.Keys.Last();

    public override (int Times, long Minor) Moved(string reference)
    {
        var moves = payments.Values.Concat(refunds.Values).Where(entry => Text(entry, "reference") == reference && Text(entry, "status") is "paid" or "done").ToList();
        return (moves.Count, moves.Sum(entry => (long)entry["amount"]!));
    }

    /// <summary>What the buyer does on Acme's page.</summary>
    public void Decide(string reference, Buying buying)
    {
        var payment = payments[reference];
        (payment["status"], payment["code"]) = buying switch
        {
            Buying.Pays or Buying.PaysWithGooglePay => ("paid", null),
            Buying.LetsItExpire => ("expired", null),
            Buying.LacksMoney => ("refused", "insufficient_funds"),
            _ => ("refused", "card_blocked"),
        };
        Announce("payment", payment);
    }

    /// <summary>A message as Acme signs it.</summary>
    public static StubCallback Signed(string json, string secret)
    {
        var signature = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(json))).ToLowerInvariant();
        return new StubCallback("POST", "", [new("Content-Type", "application/json"), new("Acme-Signature", signature)], Encoding.UTF8.GetBytes(json));
    }

    protected override bool IsCommand(StubRequest request) => request.Method == "POST";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(Answer(request));

    private static string? Text(JsonNode entry, string name) => (string?)entry[name];

    private static StubAnswer Error(int status, string code) => StubAnswer.Json(new JsonObject { ["error"] = code }, status);

    private StubAnswer Answer(StubRequest request) => request switch
    {
        { Path: var path } when path.StartsWith("/pay/", StringComparison.Ordinal) => StubAnswer.Text("<h1>Pay</h1>", 200, "text/html"),
        _ when request.Header("Authorization") != $"Bearer {ApiKey}" => Error(401, "unauthorized"),
        { Method: "POST" } => Once(request),
        { Path: "/account" } => StubAnswer.Json(new JsonObject { ["name"] = "A shop" }),
        { Path: var path } when (path.StartsWith("/payments/", StringComparison.Ordinal) ? payments : refunds).TryGetValue(path.Split('/')[^1], out var found) => StubAnswer.Json(found.DeepClone()),
        _ => Error(404, "not_found"),
    };

    // The first answer to a key is the only one; the same key with another request is an error.
    private StubAnswer Once(StubRequest request)
    {
        if (request.Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return Error(400, "no_key");
        }

        if (!replays.TryGetValue(key, out var replay))
        {
            replay = replays[key] = (request.Text, request.Path == "/payments" ? Begin(request.Json()) : Refund(request.Json()));
        }

        return replay.Request == request.Text ? replay.Answer : Error(409, "key_reused");
    }

    private StubAnswer Begin(JsonNode request)
    {
        var id = $"pay-{++numbers}";
        var payment = new JsonObject
        {
            ["id"] = id,
            ["reference"] = Text(request, "reference"),
            ["status"] = "open",
            ["amount"] = (long)request["amount"]!,
            ["currency"] = Text(request, "currency"),
            ["pageUrl"] = $"{Url}/pay/{id}",
        };
        payments[Text(request, "reference")!] = payment;
        return StubAnswer.Json(payment.DeepClone());
    }

    private StubAnswer Refund(JsonNode request)
    {
        if (!payments.TryGetValue(Text(request, "payment")!, out var payment) || Text(payment, "status") != "paid")
        {
            return Error(400, "not_paid");
        }

        var amount = (long)request["amount"]!;
        var returned = refunds.Values.Where(entry => Text(entry, "payment") == Text(payment, "reference")).Sum(entry => (long)entry["amount"]!);
        if (returned + amount > (long)payment["amount"]!)
        {
            return Error(400, "too_much");
        }

        var refund = new JsonObject
        {
            ["id"] = $"refund-{++numbers}",
            ["payment"] = Text(payment, "reference"),
            ["reference"] = Text(request, "reference"),
            ["status"] = "done",
            ["amount"] = amount,
            ["currency"] = Text(payment, "currency"),
        };
        refunds[Text(request, "reference")!] = refund;
        Announce("refund", refund);
        return StubAnswer.Json(refund.DeepClone());
    }

    private void Announce(string kind, JsonObject subject) =>
        Callbacks.Enqueue(Signed(new JsonObject { ["eventId"] = $"event-{++numbers}", [kind] = subject.DeepClone() }.ToJsonString(), WebhookSecret));
}
