using System.Text;

namespace BillingHeadless.Tests.ProviderStubs.LiqPay;

/// <summary>Callbacks: a form with data and its signature.</summary>
public static class LiqPayCallbacks
{
    public static StubCallback Of(string json, string key)
    {
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
        return OfData(data, LiqPayStub.Sign(data, key));
    }

    public static StubCallback OfData(string data, string signature) => new(
        "POST",
        "",
        [new("Content-Type", "application/x-www-form-urlencoded")],
        Encoding.ASCII.GetBytes($"data={Uri.EscapeDataString(data)}&signature={Uri.EscapeDataString(signature)}"));
}
