using System.Security.Cryptography;
using System.Text;

namespace BillingHeadless.Tests.ProviderStubs.Stripe;

/// <summary>Signs events as Stripe does.</summary>
public static class StripeEvents
{
    public static StubCallback Signed(string json, long time, string secret) => new(
        "POST",
        "",
        [new("Content-Type", "application/json; charset=utf-8"), new("Stripe-Signature", $"t={time},v1={Signature(json, time, secret)}")],
        Encoding.UTF8.GetBytes(json));

    public static string Signature(string json, long time, string secret) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{json}"))).ToLowerInvariant();
}
