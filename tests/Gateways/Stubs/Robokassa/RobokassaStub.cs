using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.Robokassa;

/// <summary>Robokassa: the form, the status service, recurring charges and the refund service, with signatures of its own making.</summary>
public sealed class RobokassaStub : ProviderStub
{
    public const string Login = "demo";
    public const string Password1 = "password1-of-the-tests";
    public const string Password2 = "password2-of-the-tests";
    public const string Password3 = "password3-of-the-tests";

    private readonly Dictionary<string, Operation> operations = [];
    private readonly Dictionary<string, RefundEntry> refunds = [];
    private int numbers;

    public bool SlowRefunds { get; set; }

    /// <summary>The receipts that were asked for, as text.</summary>
    public List<string> Receipts { get; } = [];

    public override string State => string.Join('\n', operations.Values.Select(one => one.ToString()).Concat(refunds.Values.Select(one => one.ToString())));

    public override string LatestReference => operations.Keys.Last();

    public override (int Times, long Minor) Moved(string reference) =>
        operations.TryGetValue(reference, out var operation) && operation.State == 100 ? (1, operation.Kopecks) : (0, 0);

    public void Decide(string reference, Buying buying)
    {
        var operation = operations[reference];
        switch (buying)
        {
            case Buying.Pays or Buying.PaysWithGooglePay:
                Pay(reference, operation);
                break;
            case Buying.LetsItExpire:
                operations[reference] = operation with { State = 10 };
                break;
        }
    }

    public void EndRefunds()
    {
        foreach (var (id, refund) in refunds.ToList())
        {
            refunds[id] = refund with { Word = "finished" };
        }
    }

    /// <summary>What a message must be signed with.</summary>
    public static string Md5(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    protected override bool IsCommand(StubRequest request) => request.Path is "/RefundService/Refund/Create" or "/Merchant/Recurring";

    protected override Task<StubAnswer> AnswerAsync(StubRequest request) => Task.FromResult(request.Path switch
    {
        "/Merchant/Index.aspx" => TakeForm(request.Form()),
        "/Merchant/Recurring" => Repeat(request.Form()),
        "/Merchant/WebService/Service.asmx/OpStateExt" => Tell(request),
        "/RefundService/Refund/Create" => Refund(request.Text),
        "/RefundService/Refund/GetState" => TellRefund(request.Query("id") ?? ""),
        _ => StubAnswer.Text("not here", 404),
    });

    private static bool IsSigned(IReadOnlyDictionary<string, string> form, string reference)
    {
        var receipt = form.TryGetValue("Receipt", out var text) ? $"{text}:" : "";
        var own = string.Concat(form.Where(field => field.Key.StartsWith("Shp_", StringComparison.Ordinal)).OrderBy(field => field.Key).Select(field => $":{field.Key}={field.Value}"));
        var expected = Md5($"{Login}:{form["OutSum"]}:{reference}:{receipt}{Password1}{own}");
        return form["MerchantLogin"] == Login && string.Equals(expected, form["SignatureValue"], StringComparison.OrdinalIgnoreCase);
    }

    private static long Kopecks(string sum) => (long)(decimal.Parse(sum, CultureInfo.InvariantCulture) * 100);

    private static string Roubles(long kopecks) => (kopecks / 100m).ToString("0.000000", CultureInfo.InvariantCulture);

    private static StubAnswer Xml(string inner) => StubAnswer.Text(
        $"""<?xml version="1.0" encoding="utf-8"?><OperationStateResponse xmlns="http://merchant.roboxchange.com/WebService/">{inner}</OperationStateResponse>""", 200, "text/xml");

    private static byte[] Decoded(string part) => Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));

    private StubAnswer TakeForm(IReadOnlyDictionary<string, string> form)
    {
        var reference = form["InvId"];
        if (!IsSigned(form, reference) || form["IsTest"] != "1")
        {
            return StubAnswer.Text("Error 29: the signature is wrong", 400);
        }

        if (operations.TryGetValue(reference, out var known) && (known.State != 5 || known.Kopecks != Kopecks(form["OutSum"])))
        {
            return StubAnswer.Text("Error 40: the invoice was paid already", 409);
        }

        if (form.TryGetValue("Receipt", out var receipt))
        {
            Receipts.Add(Uri.UnescapeDataString(receipt));
        }

        operations[reference] = new Operation(5, Kopecks(form["OutSum"]), $"KEY-{reference}", form.ContainsKey("Recurring") && form.GetValueOrDefault("Shp_save") == "1");
        return StubAnswer.Text("<h1>Оплата</h1>", 200, "text/html");
    }

    private void Pay(string reference, Operation operation)
    {
        if (operation.State == 100)
        {
            return;
        }

        operations[reference] = operation with { State = 100 };
        Callbacks.Enqueue(RobokassaResults.ByGet(Roubles(operation.Kopecks), reference, operation.IsKept ? "1" : null, Password2));
    }

    private StubAnswer Repeat(IReadOnlyDictionary<string, string> form)
    {
        var reference = form["InvoiceID"];
        if (!IsSigned(form, reference) || operations.ContainsKey(reference) || !operations.TryGetValue(form["PreviousInvoiceID"], out var mother) || mother is not { State: 100, IsKept: true })
        {
            return StubAnswer.Text("ERROR: not possible");
        }

        var operation = new Operation(5, Kopecks(form["OutSum"]), $"KEY-{reference}", false);
        Pay(reference, operation);
        return StubAnswer.Text($"OK{reference}");
    }

    private StubAnswer Tell(StubRequest request)
    {
        var reference = request.Query("InvoiceID")!;
        if (request.Query("MerchantLogin") != Login)
        {
            return Xml("<Result><Code>2</Code></Result>");
        }

        if (!string.Equals(request.Query("Signature"), Md5($"{Login}:{reference}:{Password2}"), StringComparison.OrdinalIgnoreCase))
        {
            return Xml("<Result><Code>1</Code></Result>");
        }

        if (!operations.TryGetValue(reference, out var found))
        {
            return Xml("<Result><Code>3</Code></Result>");
        }

        var field = found.IsKept ? "<UserField><Field><Name>Shp_save</Name><Value>1</Value></Field></UserField>" : "";
        return Xml($"<Result><Code>0</Code></Result><State><Code>{found.State}</Code></State><Info><IncCurrLabel>BankCard</IncCurrLabel><OutSum>{Roubles(found.Kopecks)}</OutSum><OpKey>{found.Key}</OpKey></Info>{field}");
    }

    private StubAnswer Refund(string token)
    {
        var parts = token.Split('.');
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Password3), Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"));
        if (!signature.AsSpan().SequenceEqual(Decoded(parts[2])) || (string?)JsonNode.Parse(Decoded(parts[0]))!["alg"] != "HS256")
        {
            return StubAnswer.Json(new JsonObject { ["success"] = false, ["requestId"] = null, ["message"] = "InvalidSignature" });
        }

        var request = JsonNode.Parse(Decoded(parts[1]))!;
        var key = (string)request["OpKey"]!;
        var amount = Kopecks(request["RefundSum"]!.ToJsonString());
        var paid = operations.Values.Single(one => one.Key == key).Kopecks;
        if (refunds.Values.Where(one => one.Key == key).Sum(one => one.Kopecks) + amount > paid)
        {
            return StubAnswer.Json(new JsonObject { ["success"] = false, ["requestId"] = null, ["message"] = "NotEnoughOperationFunds" });
        }

        if (request["InvoiceItems"] is JsonArray items)
        {
            Receipts.Add(items.ToJsonString());
        }

        var id = $"request-{++numbers}";
        refunds[id] = new RefundEntry(key, amount, SlowRefunds ? "processing" : "finished");
        return StubAnswer.Json(new JsonObject { ["success"] = true, ["requestId"] = id, ["message"] = null });
    }

    private StubAnswer TellRefund(string id) => refunds.TryGetValue(id, out var found)
        ? StubAnswer.Json(new JsonObject { ["requestId"] = id, ["amount"] = found.Kopecks / 100m, ["label"] = found.Word })
        : StubAnswer.Json(new JsonObject { ["message"] = "unknown" }, 404);

    private sealed record Operation(int State, long Kopecks, string Key, bool IsKept);

    private sealed record RefundEntry(string Key, long Kopecks, string Word);
}
