using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.LiqPay;

/// <summary>LiqPay: the form, the API behind it, callbacks, all with signatures of its own making.</summary>
public sealed class LiqPayStub : ProviderStub
{
    public const string PublicKey = "sandbox_i00000000";
    public const string PrivateKey = "sandbox_private_key_of_the_tests";

    private readonly Dictionary<string, JsonObject> orders = [];
    private readonly HashSet<string> tokens = [];
    private long numbers = 1_000;

    public bool SlowRefunds { get; set; }

    public override string State => string.Join('\n', orders.Values.Select(one => one.ToJsonString()));

    public override string LatestReference => orders.Keys.Last();

    public override (int Times, long Minor) Moved(string reference) =>
        orders.TryGetValue(reference, out var order) && (string?)order["status"] is "success" or "reversed" ? (1, Minor(order["amount"]!)) : (0, 0);

    public void Decide(string reference, Buying buying)
    {
        var order = orders[reference];
        switch (buying)
        {
            case Buying.Pays or Buying.PaysWithGooglePay:
                Pay(order, buying == Buying.Pays ? "card" : "gpay");
                break;
            case Buying.LetsItExpire:
                (order["status"], order["err_code"]) = ("failure", "expired");
                Announce(order);
                break;
            default:
                (order["status"], order["err_code"]) = ("failure", "decline");
                Announce(order);
                break;
        }
    }

    public void EndRefunds()
    {
        foreach (var order in orders.Values.Where(one => one["waiting_refund"] is not null))
        {
            order["refund_amount"] = order["waiting_refund"]!.DeepClone();
            order.Remove("waiting_refund");
        }
    }

    /// <summary>The base64 of SHA-1 over key, text and key.</summary>
    public static string Sign(string data, string key) => Convert.ToBase64String(SHA1.HashData(Encoding.UTF8.GetBytes($"{key}{data}{key}")));

    protected override bool IsCommand(StubRequest request) =>
        request.Path == "/api/request" && DataOf(request.Form()) is { } data && (string?)data["action"] is not "status";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(request.Path switch
    {
        "/api/3/checkout" => TakeForm(request.Form()),
        "/api/request" => Serve(request.Form()),
        _ => StubAnswer.Text("not here", 404),
    });

    private static long Minor(JsonNode amount) => (long)(decimal.Parse(amount.ToJsonString(), CultureInfo.InvariantCulture) * 100);

    private static JsonNode Major(long minor) => JsonNode.Parse((minor / 100m).ToString(CultureInfo.InvariantCulture))!;

    private static JsonObject? DataOf(IReadOnlyDictionary<string, string> form) =>
        form.TryGetValue("data", out var data) ? JsonNode.Parse(Convert.FromBase64String(data))!.AsObject() : null;

    private static StubAnswer Error(string code) =>
        StubAnswer.Json(new JsonObject { ["result"] = "error", ["status"] = "error", ["err_code"] = code, ["err_description"] = code });

    private static string? Complaint(IReadOnlyDictionary<string, string> form, JsonObject request)
    {
        if ((string?)request["public_key"] != PublicKey)
        {
            return "public_key_not_found";
        }

        return form["signature"] == Sign(form["data"], PrivateKey) ? null : "invalid_signature";
    }

    private StubAnswer TakeForm(IReadOnlyDictionary<string, string> form)
    {
        var request = DataOf(form)!;
        var order = (string)request["order_id"]!;
        if (Complaint(form, request) is not null || (string?)request["sandbox"] != "1")
        {
            return StubAnswer.Text("wrong signature", 400);
        }

        if (orders.TryGetValue(order, out var known) && ((string?)known["status"] != "prepared" || Minor(known["amount"]!) != Minor(request["amount"]!)))
        {
            return StubAnswer.Text("order_id_duplicate", 409);
        }

        orders[order] = New(request, order);
        orders[order]["wants_token"] = (string?)request["recurringbytoken"] == "1";
        return StubAnswer.Text("<h1>LiqPay</h1>", 200, "text/html");
    }

    private JsonObject New(JsonObject request, string order) => new()
    {
        ["order_id"] = order,
        ["public_key"] = PublicKey,
        ["payment_id"] = ++numbers,
        ["action"] = "pay",
        ["status"] = "prepared",
        ["amount"] = request["amount"]!.DeepClone(),
        ["currency"] = (string?)request["currency"],
        ["version"] = 3,
    };

    private void Pay(JsonObject order, string paytype)
    {
        if ((string?)order["status"] == "success")
        {
            return;
        }

        (order["status"], order["paytype"], order["sender_card_mask2"], order["sender_card_type"]) = ("success", paytype, "424242*42", "visa");
        if ((bool?)order["wants_token"] == true)
        {
            order["card_token"] = $"token-{order["payment_id"]}";
            tokens.Add((string)order["card_token"]!);
        }

        Announce(order);
    }

    private StubAnswer Serve(IReadOnlyDictionary<string, string> form)
    {
        var request = DataOf(form)!;
        if (Complaint(form, request) is { } complaint)
        {
            return Error(complaint);
        }

        var id = (string)request["order_id"]!;
        var order = orders.GetValueOrDefault(id);
        return (string?)request["action"] switch
        {
            "paytoken" => ChargeToken(request, id),
            _ when order is null => Error("payment_not_found"),
            "status" => StubAnswer.Json(Told(order)),
            "refund" => Refund(order, Minor(request["amount"]!)),
            _ => Error("unknown_action"),
        };
    }

    private static JsonObject Told(JsonObject order)
    {
        var copy = order.DeepClone().AsObject();
        copy.Remove("wants_token");
        if (copy.Remove("waiting_refund"))
        {
            copy["status"] = "wait_reserve";
        }

        copy["result"] = "ok";
        return copy;
    }

    private StubAnswer ChargeToken(JsonObject request, string id)
    {
        if (orders.ContainsKey(id))
        {
            return Error("order_id_duplicate");
        }

        if (!tokens.Contains((string)request["card_token"]!))
        {
            return Error("decline");
        }

        orders[id] = New(request, id);
        Pay(orders[id], "card");
        return StubAnswer.Json(Told(orders[id]));
    }

    private StubAnswer Refund(JsonObject order, long amount)
    {
        var returned = order["refund_amount"] is { } before ? Minor(before) : 0;
        if ((string?)order["status"] is not ("success" or "reversed") || returned + amount > Minor(order["amount"]!))
        {
            return Error("wrong_amount_currency");
        }

        order[SlowRefunds ? "waiting_refund" : "refund_amount"] = Major(returned + amount);
        var isWhole = returned + amount == Minor(order["amount"]!);
        if (isWhole && !SlowRefunds)
        {
            order["status"] = "reversed";
        }

        Announce(order);
        var answer = new JsonObject { ["action"] = "pay", ["payment_id"] = order["payment_id"]!.DeepClone(), ["status"] = isWhole ? "reversed" : "success", ["result"] = "ok" };
        if (SlowRefunds)
        {
            answer["wait_amount"] = true;
        }

        return StubAnswer.Json(answer);
    }

    private void Announce(JsonObject order) => Callbacks.Enqueue(LiqPayCallbacks.Of(Told(order).ToJsonString(), PrivateKey));
}
