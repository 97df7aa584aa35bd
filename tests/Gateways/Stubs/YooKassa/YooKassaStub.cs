using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.YooKassa;

/// <summary>YooKassa's API as far as payments need it: payments, refunds, keys, receipts that must add up, unsigned notifications.</summary>
public sealed class YooKassaStub : ProviderStub
{
    public const string ShopId = "100500";
    public const string SecretKey = "test_key-of-the-tests";

    /// <summary>Of the same shop, where real money moves.</summary>
    public const string LiveKey = "live_key-of-the-tests";

    private readonly Dictionary<string, JsonObject> payments = [];
    private readonly Dictionary<string, JsonObject> refunds = [];
    private readonly Dictionary<string, (string Body, StubAnswer Answer)> replays = [];
    private int numbers;

    public bool SlowRefunds { get; set; }

    public override string State => string.Join('\n', payments.Values.Concat(refunds.Values).Select(one => one.ToJsonString()));

    public override string LatestReference => (string)payments.Values.Last()["metadata"]!["reference"]!;

    public override (int Times, long Minor) Moved(string reference)
    {
        var moves = payments.Values.Concat(refunds.Values).Where(one => (string?)one["metadata"]!["reference"] == reference && (string?)one["status"] == "succeeded").ToList();
        return (moves.Count, moves.Sum(one => Kopecks(one["amount"]!)));
    }

    public void Decide(string reference, Buying buying)
    {
        var payment = payments.Values.Single(one => (string?)one["metadata"]!["reference"] == reference);
        if (buying is Buying.Pays or Buying.PaysWithGooglePay)
        {
            Pay(payment);
            Announce("payment.succeeded", payment);
            return;
        }

        payment["status"] = "canceled";
        payment["cancellation_details"] = new JsonObject { ["party"] = "payment_network", ["reason"] = ReasonOf(buying) };
        Announce("payment.canceled", payment);
    }

    public void EndRefunds()
    {
        foreach (var refund in refunds.Values)
        {
            refund["status"] = "succeeded";
            Announce("refund.succeeded", refund);
        }
    }

    protected override bool IsCommand(StubRequest request) => request.Method == "POST";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(Answer(request));

    private static string ReasonOf(Buying buying) => buying switch
    {
        Buying.LacksMoney => "insufficient_funds",
        Buying.LetsItExpire => "expired_on_confirmation",
        _ => "general_decline",
    };

    private static long Kopecks(JsonNode amount) => (long)(decimal.Parse((string)amount["value"]!, CultureInfo.InvariantCulture) * 100);

    private static StubAnswer Error(int status, string code, string description) =>
        StubAnswer.Json(new JsonObject { ["type"] = "error", ["id"] = "e1", ["code"] = code, ["description"] = description }, status);

    private static void Pay(JsonObject payment)
    {
        payment["status"] = "succeeded";
        payment["paid"] = true;
        payment.Remove("confirmation");
        var isSaved = (bool?)payment["save_payment_method"] == true;
        payment["payment_method"] = new JsonObject
        {
            ["type"] = "bank_card",
            ["id"] = $"pm-{payment["id"]}",
            ["saved"] = isSaved,
            ["card"] = new JsonObject { ["first6"] = "555555", ["last4"] = "4477", ["card_type"] = "MasterCard" },
        };
    }

    private StubAnswer Answer(StubRequest request)
    {
        if (request.Path.StartsWith("/pay/", StringComparison.Ordinal))
        {
            return StubAnswer.Text("<h1>Оплата</h1>", 200, "text/html");
        }

        if (request.Header("Authorization") is not { } sent || !(sent == Authorization(SecretKey) || sent == Authorization(LiveKey)))
        {
            return Error(401, "invalid_credentials", "Login has illegal format");
        }

        return request.Method == "POST" ? Once(request) : Read(request);
    }

    private StubAnswer Once(StubRequest request)
    {
        if (request.Header("Idempotence-Key") is not { Length: > 0 and <= 64 } key)
        {
            return Error(400, "invalid_request", "Idempotence-Key is required");
        }

        if (replays.TryGetValue(key, out var replay))
        {
            return replay.Body == request.Text ? replay.Answer : Error(400, "invalid_request", "This key was used for other data");
        }

        var answer = request.Path == "/v3/payments" ? CreatePayment(request.Json().AsObject()) : CreateRefund(request.Json().AsObject());
        replays[key] = (request.Text, answer);
        return answer;
    }

    private StubAnswer Read(StubRequest request) => request.Path switch
    {
        "/v3/me" => StubAnswer.Json(new JsonObject { ["account_id"] = ShopId, ["test"] = true, ["status"] = "enabled" }),
        "/v3/payments" => List(payments.Values, request),
        "/v3/refunds" => List(refunds.Values.Where(one => (string?)one["payment_id"] == request.Query("payment_id")), request),
        var path => One(path.Split('/')[^1]),
    };

    private StubAnswer One(string id) => (payments.GetValueOrDefault(id) ?? refunds.GetValueOrDefault(id)) is { } found
        ? StubAnswer.Json(found.DeepClone())
        : Error(404, "not_found", "There is no such object");

    // Two to a page, so that whoever looks for something must turn pages.
    private static StubAnswer List(IEnumerable<JsonObject> all, StubRequest request)
    {
        const int PageSize = 2;
        var start = int.Parse(request.Query("cursor") ?? "0", CultureInfo.InvariantCulture);
        var items = all.Skip(start).Take(PageSize).Select(JsonNode? (one) => one.DeepClone()).ToArray();
        var list = new JsonObject { ["type"] = "list", ["items"] = new JsonArray(items) };
        if (start + PageSize < all.Count())
        {
            list["next_cursor"] = $"{start + PageSize}";
        }

        return StubAnswer.Json(list);
    }

    private StubAnswer CreatePayment(JsonObject body)
    {
        if (Complaint(body) is { } complaint)
        {
            return complaint;
        }

        var id = $"2d{++numbers:D6}-000f-5000-8000-1b68e7b15f3f";
        var payment = body.DeepClone().AsObject();
        payment.Remove("receipt");
        (payment["id"], payment["status"], payment["paid"], payment["test"], payment["created_at"]) = (id, "pending", false, true, Now.ToString("O", CultureInfo.InvariantCulture));
        if (body["confirmation"] is not null)
        {
            payment["confirmation"] = new JsonObject { ["type"] = "redirect", ["confirmation_url"] = $"{Url}/pay/{id}" };
        }
        else if (payments.Values.Any(one => (bool?)one["payment_method"]?["saved"] == true && (string?)one["payment_method"]!["id"] == (string?)body["payment_method_id"]))
        {
            Pay(payment);
        }
        else
        {
            return Error(400, "invalid_request", "Payment method doesn't exist or isn't saved");
        }

        payments[id] = payment;
        return StubAnswer.Json(payment.DeepClone());
    }

    private static string Authorization(string key) => $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ShopId}:{key}"))}";

    private static StubAnswer? Complaint(JsonObject body)
    {
        if (body["receipt"] is not { } receipt)
        {
            return Error(400, "invalid_request", "This shop needs receipts");
        }

        var sum = receipt["items"]!.AsArray().Sum(item => Kopecks(item!["amount"]!) * long.Parse((string)item["quantity"]!, CultureInfo.InvariantCulture));
        var isWhole = sum == Kopecks(body["amount"]!) && (string?)receipt["customer"]!["email"] is { Length: > 0 } && receipt["items"]!.AsArray().All(item => (int)item!["vat_code"]! is >= 1 and <= 12);
        return isWhole ? null : Error(400, "invalid_request", "The receipt does not add up");
    }

    private StubAnswer CreateRefund(JsonObject body)
    {
        if (payments.GetValueOrDefault((string)body["payment_id"]!) is not { } payment || (string?)payment["status"] != "succeeded")
        {
            return Error(404, "not_found", "There is no such payment");
        }

        var returned = refunds.Values.Where(one => (string?)one["payment_id"] == (string?)body["payment_id"]).Sum(one => Kopecks(one["amount"]!));
        if (returned + Kopecks(body["amount"]!) > Kopecks(payment["amount"]!))
        {
            return Error(400, "invalid_request", "The refund is greater than what is left");
        }

        if (Complaint(body) is { } complaint)
        {
            return complaint;
        }

        var id = $"rf{++numbers:D6}";
        var refund = body.DeepClone().AsObject();
        refund.Remove("receipt");
        (refund["id"], refund["status"], refund["created_at"]) = (id, SlowRefunds ? "pending" : "succeeded", Now.ToString("O", CultureInfo.InvariantCulture));
        refunds[id] = refund;
        if (!SlowRefunds)
        {
            Announce("refund.succeeded", refund);
        }

        return StubAnswer.Json(refund.DeepClone());
    }

    private void Announce(string name, JsonObject subject) => Callbacks.Enqueue(YooKassaNotices.Of(name, subject.DeepClone()));
}
