using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.Stripe;

/// <summary>Stripe's API as far as payments need it: sessions, intents, refunds, idempotency keys, signed events.</summary>
public sealed class StripeStub : ProviderStub
{
    public const string SecretKey = "sk_test_51StubOfTheTests";
    public const string WebhookSecret = "whsec_test_4f1c0d9b7a2e4e6fa3d2c1b0";

    private readonly Dictionary<string, JsonObject> objects = [];
    private readonly Dictionary<string, (string Parameters, StubAnswer Answer)> replays = [];
    private int numbers;

    /// <summary>Whether refunds take their time.</summary>
    public bool SlowRefunds { get; set; }

    public override string State => string.Join('\n', objects.Values.Select(entry => entry.ToJsonString()));

    public override string LatestReference => (string)objects.Values.Last(entry => Is(entry, "checkout.session"))["client_reference_id"]!;

    private IEnumerable<JsonObject> Intents => objects.Values.Where(entry => Is(entry, "payment_intent"));

    private IEnumerable<JsonObject> Refunds => objects.Values.Where(entry => Is(entry, "refund"));

    public override (int Times, long Minor) Moved(string reference)
    {
        var moves = Intents.Concat(Refunds)
            .Where(entry => (string?)entry["metadata"]!["reference"] == reference && (string?)entry["status"] is "succeeded" or "pending")
            .ToList();
        return (moves.Count, moves.Sum(entry => (long)entry["amount"]!));
    }

    /// <summary>What the buyer does on the hosted page.</summary>
    public void Decide(string reference, Buying buying)
    {
        var session = objects.Values.Single(entry => Is(entry, "checkout.session") && (string?)entry["client_reference_id"] == reference);
        if (buying == Buying.LetsItExpire)
        {
            session["status"] = "expired";
            session["url"] = null;
            Announce("checkout.session.expired", session);
            return;
        }

        var intent = IntentOf(session);
        if (buying is Buying.Pays or Buying.PaysWithGooglePay)
        {
            Charge(intent, buying == Buying.PaysWithGooglePay ? "google_pay" : null);
            (session["status"], session["payment_status"], session["url"]) = ("complete", "paid", null);
            Announce("checkout.session.completed", session);
            Announce("payment_intent.succeeded", intent);
            return;
        }

        // A refusal on the page is not the end: the session stays open until the buyer gives up and it expires.
        intent["status"] = "requires_payment_method";
        intent["last_payment_error"] = new JsonObject { ["type"] = "card_error", ["code"] = "card_declined", ["decline_code"] = CodeOf(buying) };
        Announce("payment_intent.payment_failed", intent);
    }

    /// <summary>Ends refunds that take their time.</summary>
    public void EndRefunds()
    {
        foreach (var refund in Refunds.Where(entry => (string?)entry["status"] == "pending"))
        {
            refund["status"] = "succeeded";
            Announce("refund.updated", refund);
        }
    }

    public void AnnounceUnknown() => Announce("customer.created", new JsonObject { ["id"] = "cus_1", ["object"] = "customer" });

    protected override bool IsCommand(StubRequest request) => request.Method == "POST";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(Answer(request));

    private static bool Is(JsonObject entry, string kind) => (string?)entry["object"] == kind;

    private static string CodeOf(Buying buying) => buying == Buying.LacksMoney ? "insufficient_funds" : "generic_decline";

    private static StubAnswer Error(int status, string type, string code, string message) =>
        StubAnswer.Json(new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["code"] = code, ["message"] = message } }, status);

    private StubAnswer Answer(StubRequest request)
    {
        if (request.Path.StartsWith("/c/pay/", StringComparison.Ordinal))
        {
            return StubAnswer.Text("<h1>Pay</h1>", 200, "text/html");
        }

        if (request.Header("Authorization") != $"Bearer {SecretKey}")
        {
            return Error(401, "invalid_request_error", "api_key_invalid", "Invalid API Key provided.");
        }

        return request.Method == "POST" ? Once(request) : Read(request);
    }

    // The first result of a key is the only one; the same key with other parameters is an error.
    private StubAnswer Once(StubRequest request)
    {
        if (request.Header("Idempotency-Key") is not { Length: > 0 and <= 255 } key)
        {
            return Error(400, "invalid_request_error", "idempotency_key_missing", "The tests want a key on every POST.");
        }

        var parameters = $"{request.Path}?{request.Text}";
        if (replays.TryGetValue(key, out var replay))
        {
            return replay.Parameters == parameters
                ? replay.Answer
                : Error(400, "idempotency_error", "idempotency_key_reused", "Keys for idempotent requests can only be used with the same parameters.");
        }

        var answer = Create(request.Path, request.Form());
        replays[key] = (parameters, answer);
        return answer;
    }

    private StubAnswer Create(string path, IReadOnlyDictionary<string, string> form) => path switch
    {
        "/v1/checkout/sessions" => CreateSession(form),
        "/v1/payment_intents" => CreateIntent(form),
        "/v1/refunds" => CreateRefund(form),
        _ when path.EndsWith("/detach", StringComparison.Ordinal) => Detach(path.Split('/')[^2]),
        _ => Missing(path),
    };

    private StubAnswer Read(StubRequest request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return request.Path switch
        {
            "/v1/checkout/sessions" => List("checkout.session", request),
            "/v1/payment_intents" => List("payment_intent", request),
            "/v1/refunds" => List("refund", request),
            _ when objects.TryGetValue(parts[^1], out var found) => StubAnswer.Json(Expanded(found, request)),
            _ => Missing(parts[^1]),
        };
    }

    private static StubAnswer Missing(string what) => Error(404, "invalid_request_error", "resource_missing", $"No such object: '{what}'");

    private StubAnswer List(string kind, StubRequest request)
    {
        var all = objects.Values
            .Where(entry => Is(entry, kind) && (request.Query("payment_intent") is not { } intent || (string?)entry["payment_intent"] == intent))
            .Where(entry => request.Query("created[gte]") is not { } from || (long)entry["created"]! >= long.Parse(from, CultureInfo.InvariantCulture))
            .Reverse()
            .ToList();
        var start = request.Query("starting_after") is { } after ? all.FindIndex(entry => (string?)entry["id"] == after) + 1 : 0;
        var limit = int.Parse(request.Query("limit") ?? "10", CultureInfo.InvariantCulture);
        var page = all.Skip(start).Take(limit).Select(JsonNode? (entry) => Expanded(entry, request)).ToArray();
        return StubAnswer.Json(new JsonObject { ["object"] = "list", ["has_more"] = start + limit < all.Count, ["data"] = new JsonArray(page) });
    }

    private JsonObject Expanded(JsonObject entry, StubRequest request)
    {
        var copy = entry.DeepClone().AsObject();
        if (request.QueryText.Contains("payment_intent", StringComparison.Ordinal) && Is(entry, "checkout.session") && (string?)entry["payment_intent"] is { } intent)
        {
            copy["payment_intent"] = objects[intent].DeepClone();
        }

        return copy;
    }

    private StubAnswer CreateSession(IReadOnlyDictionary<string, string> form)
    {
        var amount = long.Parse(form["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture);
        var id = $"cs_test_{++numbers}";
        var session = new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["created"] = Now.ToUnixTimeSeconds(),
            ["mode"] = form["mode"],
            ["status"] = "open",
            ["payment_status"] = "unpaid",
            ["url"] = $"{Url}/c/pay/{id}",
            ["amount_total"] = amount,
            ["currency"] = form["line_items[0][price_data][currency]"],
            ["client_reference_id"] = form["client_reference_id"],
            ["payment_intent"] = null,
            ["metadata"] = Metadata(form, "metadata"),
            ["livemode"] = false,
        };
        objects[id] = session;
        return StubAnswer.Json(session.DeepClone());
    }

    private static JsonObject Metadata(IReadOnlyDictionary<string, string> form, string prefix) => new(
        form.Where(field => field.Key.StartsWith($"{prefix}[", StringComparison.Ordinal))
            .Select(field => KeyValuePair.Create(field.Key[(prefix.Length + 1)..^1], (JsonNode?)field.Value)));

    private JsonObject IntentOf(JsonObject session)
    {
        if ((string?)session["payment_intent"] is { } known)
        {
            return objects[known];
        }

        var intent = NewIntent((long)session["amount_total"]!, (string)session["currency"]!, new JsonObject { ["reference"] = (string?)session["client_reference_id"] });
        session["payment_intent"] = (string?)intent["id"];
        if (session["metadata"]!["save"] is not null)
        {
            var number = ++numbers;
            (intent["customer"], intent["payment_method"]) = ($"cus_{number}", $"pm_{number}");
            objects[$"pm_{number}"] = new JsonObject { ["id"] = $"pm_{number}", ["object"] = "payment_method", ["customer"] = $"cus_{number}" };
        }

        return intent;
    }

    private JsonObject NewIntent(long amount, string currency, JsonObject metadata)
    {
        var id = $"pi_{++numbers}";
        return objects[id] = new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_intent",
            ["created"] = Now.ToUnixTimeSeconds(),
            ["status"] = "requires_payment_method",
            ["amount"] = amount,
            ["amount_received"] = 0,
            ["currency"] = currency,
            ["metadata"] = metadata,
            ["livemode"] = false,
        };
    }

    private static void Charge(JsonObject intent, string? wallet)
    {
        intent["status"] = "succeeded";
        intent["amount_received"] = (long)intent["amount"]!;
        var card = new JsonObject { ["brand"] = "visa", ["last4"] = "4242", ["wallet"] = wallet is null ? null : new JsonObject { ["type"] = wallet } };
        intent["latest_charge"] = new JsonObject { ["id"] = $"ch_{intent["id"]}", ["payment_method_details"] = new JsonObject { ["type"] = "card", ["card"] = card } };
    }

    private StubAnswer CreateIntent(IReadOnlyDictionary<string, string> form)
    {
        if (!objects.TryGetValue(form["payment_method"], out var method) || (string?)method["customer"] != form["customer"] || form["off_session"] != "true")
        {
            return Error(400, "invalid_request_error", "resource_missing", "No such payment method.");
        }

        var intent = NewIntent(long.Parse(form["amount"], CultureInfo.InvariantCulture), form["currency"], Metadata(form, "metadata"));
        Charge(intent, null);
        Announce("payment_intent.succeeded", intent);
        return StubAnswer.Json(intent.DeepClone());
    }

    private StubAnswer Detach(string method) => objects.Remove(method)
        ? StubAnswer.Json(new JsonObject { ["id"] = method, ["object"] = "payment_method", ["customer"] = null })
        : Missing(method);

    private StubAnswer CreateRefund(IReadOnlyDictionary<string, string> form)
    {
        if (!objects.TryGetValue(form["payment_intent"], out var intent))
        {
            return Missing(form["payment_intent"]);
        }

        var amount = long.Parse(form["amount"], CultureInfo.InvariantCulture);
        var returned = Refunds.Where(entry => (string?)entry["payment_intent"] == form["payment_intent"]).Sum(entry => (long)entry["amount"]!);
        if (returned + amount > (long)intent["amount_received"]!)
        {
            return Error(400, "invalid_request_error", "charge_already_refunded", "The refund is greater than what is left of the charge.");
        }

        var refund = new JsonObject
        {
            ["id"] = $"re_{++numbers}",
            ["object"] = "refund",
            ["created"] = Now.ToUnixTimeSeconds(),
            ["status"] = SlowRefunds ? "pending" : "succeeded",
            ["amount"] = amount,
            ["currency"] = (string?)intent["currency"],
            ["payment_intent"] = form["payment_intent"],
            ["metadata"] = Metadata(form, "metadata"),
        };
        objects[(string)refund["id"]!] = refund;
        Announce("refund.created", refund);
        return StubAnswer.Json(refund.DeepClone());
    }

    private void Announce(string type, JsonObject subject)
    {
        var notice = new JsonObject
        {
            ["id"] = $"evt_{++numbers}",
            ["object"] = "event",
            ["type"] = type,
            ["created"] = Now.ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["data"] = new JsonObject { ["object"] = subject.DeepClone() },
        };
        Callbacks.Enqueue(StripeEvents.Signed(notice.ToJsonString(), Now.ToUnixTimeSeconds(), WebhookSecret));
    }
}
