using BillingHeadless.Plugins.Toolkit;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>Speaks with LiqPay's API, for one call of the host.</summary>
internal static class LiqPayClient
{
    public static Task<ProviderReply> SendAsync(IEnumerable<KeyValuePair<string, string>> fields, GatewayCall<LiqPaySettings> call) => call.Exchange.SendAsync(
        HttpMethod.Post, new Uri(call.Settings.ApiUrl, "api/request"), WebForm.Write(SignedData.Of(fields, call.Settings)), ProviderExchange.Form);

    public static Task<ProviderReply> StatusAsync(string reference, GatewayCall<LiqPaySettings> call) =>
        SendAsync([new(LiqPayFields.Action, "status"), new(LiqPayFields.OrderId, reference)], call);
}
