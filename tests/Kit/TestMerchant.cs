using BillingHeadless.Client;

namespace BillingHeadless.Tests.Kit;

/// <summary>A merchant of a test's own, with the clients that speak for it: what one test does, no other sees.</summary>
public sealed class TestMerchant
{
    private readonly RunningServer server;

    private TestMerchant(RunningServer server, NewMerchant made)
    {
        this.server = server;
        Made = made;
        Client = With(made.SecretKey);
        Shop = With(made.PublishableKey);
    }

    /// <summary>The origin whose pages may use the publishable key.</summary>
    public const string Origin = "https://shop.example.com";

    public NewMerchant Made { get; }

    public string Id => Made.Id;

    public string SecretKey => Made.SecretKey;

    public string PublishableKey => Made.PublishableKey;

    /// <summary>Calls with the secret key, which may do everything.</summary>
    public BillingClient Client { get; }

    /// <summary>Calls with the publishable key.</summary>
    public BillingClient Shop { get; }

    /// <summary>A test merchant in Kyiv that sells for hryvnias.</summary>
    public static async Task<TestMerchant> Create(RunningServer server, MerchantMode mode = MerchantMode.Test)
    {
        var operatorClient = BillingClient.Connect(server.Client.BaseAddress!, RunningServer.PlatformKey);
        return new TestMerchant(server, await operatorClient.CreateMerchantAsync(Request(mode)));
    }

    public static CreateMerchantRequest Request(MerchantMode mode = MerchantMode.Test) => new()
    {
        Name = "Tools of Kyiv",
        Mode = mode,
        Currency = "UAH",
        TimeZone = "Europe/Kyiv",
        Locale = "uk",
        Origins = [Origin],
    };

    /// <summary>Calls with another key or token, or with none.</summary>
    public BillingClient With(string? key) => BillingClient.Connect(server.Client.BaseAddress!, key);

    /// <summary>A secret key with only these scopes.</summary>
    public async Task<string> KeyFor(params string[] scopes) => (await Client.CreateApiKeyAsync(new CreateApiKeyRequest { Scopes = scopes })).Key!;
}
