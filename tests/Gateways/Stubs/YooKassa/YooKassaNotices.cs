using System.Text;
using System.Text.Json.Nodes;

namespace BillingHeadless.Tests.ProviderStubs.YooKassa;

/// <summary>Notifications: nobody signs them.</summary>
public static class YooKassaNotices
{
    public static StubCallback Of(string name, JsonNode subject) => new(
        "POST",
        "",
        [new("Content-Type", "application/json")],
        Encoding.UTF8.GetBytes(new JsonObject { ["type"] = "notification", ["event"] = name, ["object"] = subject }.ToJsonString()));
}
