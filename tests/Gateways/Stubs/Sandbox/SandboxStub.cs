using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.Sandbox;

/// <summary>The sandbox provider's API as its README tells it: accounts, checkouts, refunds, keys, signed callbacks.</summary>
public sealed class SandboxStub : ProviderStub
{
    public const string ApiKey = "sandbox-key-of-the-tests-1";
    public const string SigningSecret = "signing-secret-of-the-tests";

    private readonly Dictionary<string, string> secrets = new() { [ApiKey] = SigningSecret };
    private readonly Dictionary<string, JsonObject> checkouts = [];
    private readonly Dictionary<string, JsonObject> refunds = [];
    private readonly Dictionary<string, string> customersByCard = [];
    private readonly Dictionary<string, string> savingCustomers = [];
    private readonly Dictionary<string, (string Body, StubAnswer Answer)> replays = [];
    private int numbers;

    public bool SlowRefunds { get; set; }

    public override string State => string.Join('\n', secrets.Keys.Concat(checkouts.Values.Concat(refunds.Values).Select(one => one.ToJsonString())));

    public override string LatestReference => checkouts.Keys.Last();

    public override (int Times, long Minor) Moved(string reference)
    {
        var moves = checkouts.Values.Concat(refunds.Values).Where(one => Text(one, "reference") == reference && Text(one, "status") == "succeeded").ToList();
        return (moves.Count, moves.Sum(one => (long)one["amount"]!));
    }

    /// <summary>What the buyer does on the payment page.</summary>
    public void Decide(string reference, Buying buying)
    {
        var checkout = checkouts[reference];
        var isPaid = buying is Buying.Pays or Buying.PaysWithGooglePay;
        checkout["status"] = isPaid ? "succeeded" : "declined";
        checkout["declineCode"] = buying switch
        {
            Buying.LacksMoney => "insufficientFunds",
            Buying.LetsItExpire => "expired",
            Buying.IsRefusedForGood => "cardDeclined",
            _ => null,
        };
        checkout["mask"] = isPaid ? "4242" : null;
        if (isPaid && savingCustomers.TryGetValue(reference, out var customer))
        {
            var card = $"card_{++numbers:D6}";
            checkout["savedCard"] = card;
            customersByCard[card] = customer;
        }

        checkout["wallet"] = buying == Buying.PaysWithGooglePay ? "googlePay" : null;
        Announce("checkout", checkout);
    }

    /// <summary>Lets the refunds end that take their time.</summary>
    public void EndRefunds()
    {
        foreach (var refund in refunds.Values.Where(refund => Text(refund, "status") == "pending"))
        {
            refund["status"] = "succeeded";
            Announce("refund", refund);
        }
    }

    /// <summary>A message as the provider signs it.</summary>
    public static StubCallback Signed(string json, long time, string secret)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{json}"));
        var signature = $"t={time},v1={Convert.ToHexString(hash).ToLowerInvariant()}";
        return new StubCallback("POST", "", [new("Content-Type", "application/json"), new("Sandbox-Signature", signature)], Encoding.UTF8.GetBytes(json));
    }

    protected override bool IsCommand(StubRequest request) => request.Method == "POST";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(Answer(request));

    private static string? Text(JsonNode entry, string name) => (string?)entry[name];

    private static StubAnswer Problem(int status, string code, string detail) =>
        StubAnswer.Json(new JsonObject { ["code"] = code, ["detail"] = detail }, status) with { ContentType = "application/problem+json" };

    private StubAnswer Answer(StubRequest request) => request switch
    {
        { Path: var path } when path.StartsWith("/pay/", StringComparison.Ordinal) => StubAnswer.Text("<h1>Pay</h1>", 200, "text/html"),
        _ when request.Header("Authorization") is not { } authorization || !authorization.StartsWith("Bearer ", StringComparison.Ordinal) => Problem(401, "key_missing", "Send the API key."),
        { Method: "PUT", Path: "/account" } => OpenAccount(KeyOf(request), Text(request.Json(), "signingSecret") ?? ""),
        _ when !secrets.ContainsKey(KeyOf(request)) => Problem(401, "account_unknown", "No account has this API key."),
        { Method: "POST" } => Once(request),
        { Path: "/checkouts" } => Find(checkouts, request, "checkout_not_found"),
        { Path: "/refunds" } => Find(refunds, request, "refund_not_found"),
        _ => Problem(404, "unknown", "There is nothing here."),
    };

    private static string KeyOf(StubRequest request) => request.Header("Authorization")!["Bearer ".Length..];

    private static StubAnswer Find(Dictionary<string, JsonObject> all, StubRequest request, string code) => all.TryGetValue(request.Query("reference") ?? "", out var found)
        ? StubAnswer.Json(found.DeepClone())
        : Problem(404, code, "This account has no such operation.");

    // Whoever brings a key that nobody has used opens its account.
    private StubAnswer OpenAccount(string key, string secret) => secrets.TryAdd(key, secret) || secrets[key] == secret
        ? StubAnswer.Json(new JsonObject { ["status"] = "open" })
        : Problem(409, "signing_secret_differs", "The account of this API key has another signing secret.");

    private StubAnswer Once(StubRequest request)
    {
        if (request.Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return Problem(400, "idempotency_key_missing", "Send the header Idempotency-Key.");
        }

        if (!replays.TryGetValue(key, out var replay))
        {
            var body = request.Json().AsObject();
            replay = replays[key] = (request.Text, Execute(request.Path, body));
        }

        return replay.Body == request.Text ? replay.Answer : Problem(409, "idempotency_key_reused", "This Idempotency-Key was used for something else.");
    }

    private StubAnswer Execute(string path, JsonObject body) => path switch
    {
        "/checkouts" => CreateCheckout(body),
        "/saved-cards/forget" => ForgetCard(body),
        _ => CreateRefund(body),
    };

    private StubAnswer ForgetCard(JsonObject body)
    {
        if (customersByCard.GetValueOrDefault(Text(body, "savedCard")!) == Text(body, "customer"))
        {
            customersByCard.Remove(Text(body, "savedCard")!);
        }

        return StubAnswer.Json(new JsonObject { ["forgotten"] = true });
    }

    private StubAnswer CreateCheckout(JsonObject body)
    {
        var id = $"chk_{++numbers:D6}";
        var checkout = new JsonObject
        {
            ["id"] = id,
            ["reference"] = Text(body, "reference"),
            ["status"] = "open",
            ["amount"] = (long)body["amount"]!,
            ["currency"] = Text(body, "currency"),
            ["page"] = $"{Url}/pay/{id}",
        };
        if (!checkouts.TryAdd(Text(body, "reference")!, checkout))
        {
            return Problem(409, "reference_taken", "Another operation of this account has this reference.");
        }

        if ((bool?)body["saveCard"] == true)
        {
            savingCustomers[Text(body, "reference")!] = Text(body, "customer")!;
        }

        if (Text(body, "savedCard") is { } card)
        {
            Charge(checkout, isKnown: customersByCard.GetValueOrDefault(card) == Text(body, "customer"));
        }

        return StubAnswer.Json(checkout.DeepClone());
    }

    // A card without its buyer: decided at once.
    private void Charge(JsonObject checkout, bool isKnown)
    {
        checkout["status"] = isKnown ? "succeeded" : "declined";
        checkout["declineCode"] = isKnown ? null : "cardDeclined";
        Announce("checkout", checkout);
    }

    private StubAnswer CreateRefund(JsonObject body)
    {
        if (!checkouts.TryGetValue(Text(body, "paymentReference")!, out var checkout) || Text(checkout, "status") != "succeeded")
        {
            return Problem(409, "not_refundable", "Only a payment that succeeded can be refunded.");
        }

        var returned = refunds.Values.Where(one => Text(one, "paymentReference") == Text(checkout, "reference")).Sum(one => (long)one["amount"]!);
        if (returned + (long)body["amount"]! > (long)checkout["amount"]!)
        {
            return Problem(409, "refund_exceeds_payment", "The payment has less left than that.");
        }

        var refund = new JsonObject
        {
            ["id"] = $"rfd_{++numbers:D6}",
            ["reference"] = Text(body, "reference"),
            ["paymentReference"] = Text(checkout, "reference"),
            ["status"] = SlowRefunds ? "pending" : "succeeded",
            ["amount"] = (long)body["amount"]!,
            ["currency"] = Text(body, "currency"),
        };
        refunds[Text(body, "reference")!] = refund;
        if (!SlowRefunds)
        {
            Announce("refund", refund);
        }

        return StubAnswer.Json(refund.DeepClone());
    }

    // A callback tells no page: the buyer is there already.
    private void Announce(string kind, JsonObject subject)
    {
        var told = subject.DeepClone().AsObject();
        told.Remove("page");
        var json = new JsonObject { ["eventId"] = $"evt_{++numbers:D6}", ["type"] = $"{kind}.{Text(subject, "status")}", [kind] = told }.ToJsonString();
        Callbacks.Enqueue(Signed(json, Now.ToUnixTimeSeconds(), SigningSecret));
    }
}
