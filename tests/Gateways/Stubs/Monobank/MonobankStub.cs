using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.Monobank;

/// <summary>monobank's acquiring as far as payments need it: invoices, cancellations, the wallet, the statement, webhooks signed by a key that can change.</summary>
public sealed class MonobankStub : ProviderStub
{
    public const string Token = "uTestTokenOfTheTests";

    private readonly Dictionary<string, JsonObject> invoices = [];
    private readonly HashSet<string> cards = [];
    private ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int numbers;

    public bool SlowRefunds { get; set; }

    public override string State => string.Join('\n', invoices.Values.Select(one => one.ToJsonString())) + string.Join(',', cards);

    public override string LatestReference => (string)invoices.Values.Last()["reference"]!;

    public override (int Times, long Minor) Moved(string reference)
    {
        var moves = invoices.Values.Where(one => (string?)one["reference"] == reference && (string?)one["status"] is "success" or "reversed").ToList();
        return (moves.Count, moves.Sum(one => (long)one["amount"]!));
    }

    public void Decide(string reference, Buying buying)
    {
        var invoice = invoices.Values.Last(one => (string?)one["reference"] == reference);
        switch (buying)
        {
            case Buying.Pays or Buying.PaysWithGooglePay:
                Pay(invoice, buying == Buying.Pays ? "pan" : "google");
                break;
            case Buying.LetsItExpire:
                invoice["status"] = "expired";
                break;
            default:
                (invoice["status"], invoice["failureReason"], invoice["errCode"]) = ("failure", "Банк відхилив оплату", "59");
                Announce(invoice);
                break;
        }
    }

    public void EndRefunds()
    {
        foreach (var invoice in invoices.Values.Where(one => one["cancelList"] is not null))
        {
            foreach (var item in invoice["cancelList"]!.AsArray())
            {
                item!["status"] = "success";
            }

            Announce(invoice);
        }
    }

    /// <summary>The bank changes its key.</summary>
    public void RotateKey() => key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>A webhook with this body.</summary>
    public StubCallback Signed(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var signature = key.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new StubCallback("POST", "", [new("Content-Type", "application/json"), new("X-Sign", Convert.ToBase64String(signature))], body);
    }

    protected override bool IsCommand(StubRequest request) => request.Method == "POST";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(Answer(request));

    private static StubAnswer Error(int status, string code, string text) => StubAnswer.Json(new JsonObject { ["errCode"] = code, ["errText"] = text }, status);

    private StubAnswer Answer(StubRequest request)
    {
        if (request.Path.StartsWith("/pay/", StringComparison.Ordinal))
        {
            return StubAnswer.Text("<h1>plata</h1>", 200, "text/html");
        }

        if (request.Header("X-Token") != Token)
        {
            return Error(403, "FORBIDDEN", "forbidden");
        }

        return $"{request.Method} {request.Path}" switch
        {
            "GET /api/merchant/details" => StubAnswer.Json(new JsonObject { ["merchantId"] = "m1", ["merchantName"] = "Вендор" }),
            "GET /api/merchant/pubkey" => StubAnswer.Json(new JsonObject { ["key"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem())) }),
            "GET /api/merchant/statement" => Statement(long.Parse(request.Query("from")!, CultureInfo.InvariantCulture)),
            "GET /api/merchant/invoice/status" => Status(request.Query("invoiceId")!),
            "POST /api/merchant/invoice/create" => Create(request.Json()),
            "POST /api/merchant/invoice/cancel" => Cancel(request.Json()),
            "POST /api/merchant/wallet/payment" => Charge(request.Json()),
            "DELETE /api/merchant/wallet/card" => cards.Remove(request.Query("cardToken")!) ? StubAnswer.Text("") : Error(404, "NOT_FOUND", "card not found"),
            _ => Error(404, "NOT_FOUND", "not found"),
        };
    }

    private StubAnswer Statement(long from)
    {
        var paid = from <= Now.ToUnixTimeSeconds() ? invoices.Values.Where(one => (string?)one["status"] is "success" or "reversed" or "failure") : [];
        var list = paid.Select(JsonNode? (one) => new JsonObject { ["invoiceId"] = (string?)one["invoiceId"], ["reference"] = (string?)one["reference"], ["status"] = (string?)one["status"] });
        return StubAnswer.Json(new JsonObject { ["list"] = new JsonArray([.. list]) });
    }

    private StubAnswer Status(string id) => invoices.TryGetValue(id, out var found) ? StubAnswer.Json(Told(found)) : Error(404, "NOT_FOUND", "invoice not found");

    private static JsonObject Told(JsonObject invoice)
    {
        var copy = invoice.DeepClone().AsObject();
        copy.Remove("wallet");
        return copy;
    }

    private StubAnswer Create(JsonNode body)
    {
        if ((long)body["amount"]! <= 0 || (string?)body["webHookUrl"] is null || (long)body["validity"]! < 60)
        {
            return Error(400, "BAD_REQUEST", "bad request");
        }

        var id = $"2210{++numbers:D6}LYwJjVUz";
        invoices[id] = New(id, body);
        invoices[id]["wallet"] = (string?)body["saveCardData"]?["walletId"];
        return StubAnswer.Json(new JsonObject { ["invoiceId"] = id, ["pageUrl"] = $"{Url}/pay/{id}" });
    }

    private JsonObject New(string id, JsonNode body) => new()
    {
        ["invoiceId"] = id,
        ["status"] = "created",
        ["amount"] = (long)body["amount"]!,
        ["ccy"] = (int)body["ccy"]!,
        ["createdDate"] = Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["modifiedDate"] = Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["reference"] = (string?)body["merchantPaymInfo"]!["reference"],
    };

    private void Pay(JsonObject invoice, string method)
    {
        (invoice["status"], invoice["finalAmount"]) = ("success", (long)invoice["amount"]!);
        invoice["paymentInfo"] = new JsonObject { ["maskedPan"] = "444403******1902", ["paymentSystem"] = "visa", ["paymentMethod"] = method };
        if ((string?)invoice["wallet"] is { } wallet)
        {
            var card = $"card-{invoice["invoiceId"]}";
            cards.Add(card);
            invoice["walletData"] = new JsonObject { ["cardToken"] = card, ["walletId"] = wallet, ["status"] = "created" };
        }

        Announce(invoice);
    }

    private StubAnswer Cancel(JsonNode body)
    {
        if (!invoices.TryGetValue((string)body["invoiceId"]!, out var invoice))
        {
            return Error(404, "NOT_FOUND", "invoice not found");
        }

        var list = (JsonArray)(invoice["cancelList"] ??= new JsonArray());
        var returned = list.Sum(item => (long)item!["amount"]!);
        var amount = (long)body["amount"]!;
        if (returned + amount > (long)invoice["amount"]!)
        {
            return Error(400, "BAD_REQUEST", "amount is too big");
        }

        var status = SlowRefunds ? "processing" : "success";
        list.Add(new JsonObject { ["status"] = status, ["amount"] = amount, ["ccy"] = (int)invoice["ccy"]!, ["extRef"] = (string?)body["extRef"] });
        (invoice["finalAmount"], invoice["status"]) = ((long)invoice["amount"]! - returned - amount, returned + amount == (long)invoice["amount"]! ? "reversed" : "success");
        Announce(invoice);
        return StubAnswer.Json(new JsonObject { ["status"] = status });
    }

    private StubAnswer Charge(JsonNode body)
    {
        if (!cards.Contains((string)body["cardToken"]!) || (string?)body["initiationKind"] != "merchant")
        {
            return Error(404, "NOT_FOUND", "card not found");
        }

        var id = $"2210{++numbers:D6}LYwJjVUz";
        invoices[id] = New(id, body);
        Pay(invoices[id], "wallet");
        return StubAnswer.Json(Told(invoices[id]));
    }

    private void Announce(JsonObject invoice) => Callbacks.Enqueue(Signed(Told(invoice).ToJsonString()));
}
