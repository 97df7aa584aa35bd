using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BillingHeadless.Tests.Kit;

/// <summary>A merchant's account at the sandbox provider, and the buyer's browser there.</summary>
/// <param name="http">Follows no redirect.</param>
/// <param name="address">The provider's, without a slash at its end.</param>
/// <param name="keys">The pair that the gateway is set up with.</param>
public sealed class ProviderAccount(HttpClient http, string address, ProviderKeys keys)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Address => address;

    public ProviderKeys Keys => keys;

    /// <summary>Fills in the card's form and sends it.</summary>
    public Task PayOnPage(string page, string card) => Submit(page, new() { ["cardNumber"] = card, ["expiry"] = "12/39", ["cvc"] = "123" });

    /// <summary>Answers the question of the card's bank.</summary>
    public Task EnterCode(string page, string code) => Submit(page, new() { ["code"] = code });

    /// <summary>Leaves the page by its own button.</summary>
    public Task GiveUp(string page) => Submit(page, new() { ["action"] = "cancel" });

    /// <summary>The payment whose page this is.</summary>
    public Task<ProviderCheckout> Checkout(string page) => Ask<ProviderCheckout>($"checkouts/{page[(page.LastIndexOf('/') + 1)..]}");

    /// <summary>The payment of this merchant reference.</summary>
    public Task<ProviderCheckout> CheckoutOf(string reference) => Ask<ProviderCheckout>($"checkouts?reference={reference}");

    /// <summary>All money that the provider has moved, what went back being negative: what a merchant compares its own books with.</summary>
    public async Task<IReadOnlyList<long>> Book() => [.. (await Movements()).Select(movement => movement.Minor)];

    /// <summary>The same, each with our reference of the payment or the refund that it belongs to.</summary>
    public async Task<IReadOnlyList<ProviderMovement>> Movements() => [.. (await Ask<ProviderBook>("book")).Data];

    /// <summary>A message as the provider signs it.</summary>
    public SignedCallback Sign(ProviderEvent news, DateTimeOffset at, string? secret = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(news, Json);
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{seconds}."), .. body];
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? keys.SigningSecret), signed);
        return new SignedCallback(body, $"t={seconds},v1={Convert.ToHexStringLower(hash)}");
    }

    /// <summary>Opens the account, as the plugin does at its first payment.</summary>
    public async Task Open()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{address}/account") { Content = JsonContent.Create(new { signingSecret = keys.SigningSecret }, options: Json) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys.ApiKey);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private async Task Submit(string page, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(page, form);
        if ((int)answer.StatusCode >= 400)
        {
            throw new InvalidOperationException($"The provider's page answered {(int)answer.StatusCode}.");
        }
    }

    private async Task<T> Ask<T>(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys.ApiKey);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Json))!;
    }

    private sealed record ProviderBook(IReadOnlyList<ProviderMovement> Data);
}

/// <summary>Money that the provider has moved.</summary>
public sealed record ProviderMovement(string Kind, string Reference, long Amount)
{
    /// <summary>What went back is negative.</summary>
    public long Minor => Kind == "charge" ? Amount : -Amount;
}

/// <summary>The pair of keys of an account at the provider.</summary>
public sealed record ProviderKeys(string ApiKey, string SigningSecret)
{
    public static ProviderKeys New() => new($"key-{Guid.NewGuid():n}", $"secret-{Guid.NewGuid():n}");
}

/// <summary>A callback's body and its signature.</summary>
public sealed record SignedCallback(byte[] Body, string Signature);

/// <summary>What a callback says.</summary>
public sealed record ProviderEvent(string EventId, string Type, ProviderCheckout? Checkout = null, ProviderRefund? Refund = null)
{
    public static ProviderEvent About(ProviderCheckout checkout) => new($"evt_{Guid.NewGuid():n}", $"checkout.{checkout.Status}", Checkout: checkout with { Page = null });

    public static ProviderEvent About(ProviderRefund refund) => new($"evt_{Guid.NewGuid():n}", $"refund.{refund.Status}", Refund: refund);
}

/// <summary>A payment, as the provider has it.</summary>
public sealed record ProviderCheckout(string Id, string Reference, string Status, long Amount, string Currency, string? Page);

/// <summary>A refund, as the provider has it.</summary>
public sealed record ProviderRefund(string Id, string Reference, string PaymentReference, string Status, long Amount, string Currency);
