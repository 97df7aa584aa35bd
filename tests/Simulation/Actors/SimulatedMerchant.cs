using System.Text.Json;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>A test merchant with an account of its own at the provider.</summary>
internal abstract class SimulatedMerchant
{
    public const string Gateway = "sandbox";
    private static readonly Caller Platform = new() { Kind = CallerKind.Platform, MerchantId = Caller.Operator, CredentialId = "platform" };

    private readonly BillingEngine engine;
    private readonly Caller caller;

    protected SimulatedMerchant(BillingEngine engine, PaymentProvider provider, string id, int number)
    {
        this.engine = engine;
        Id = new Id<Merchant>(id);
        caller = new Caller { Kind = CallerKind.SecretKey, MerchantId = Id, CredentialId = $"key-of-{number}", Scopes = ["*"] };
        Account = new ProviderAccount(provider.Browser, provider.Address, new ProviderKeys($"key-of-shop-{number}-0123456789abcdef", $"secret-of-shop-{number}-0123456789abcdef"));
    }

    public Id<Merchant> Id { get; }

    public ProviderAccount Account { get; }

    /// <summary>Payments that somebody has begun at the provider.</summary>
    public Known<StartedPayment> Payments { get; } = new();

    /// <summary>What the provider has sent and nobody has taken yet.</summary>
    public Known<ProviderEvent> Mail { get; } = new();

    /// <summary>Calls with the merchant's secret key.</summary>
    public Task<Reply> Ask<TEndpoint>(Func<TEndpoint, Call, CancellationToken, Task<IResult>> operation)
        where TEndpoint : notnull => engine.Ask(caller, operation);

    /// <summary>Looks at the merchant's rows.</summary>
    public Task<T> Read<T>(Func<BillingDb, Task<T>> query) => engine.Get<Reader>().Read(Id, query);

    /// <summary>How the provider treats refunds from now on.</summary>
    public Task<Reply> ChooseManners(string refunds) => Ask<UpdateGateway>((endpoint, call, alive) => endpoint.Handle(
        Gateway,
        new UpdateGatewayRequest { Settings = Values(("baseUrl", Account.Address), ("apiKey", Account.Keys.ApiKey), ("signingSecret", Account.Keys.SigningSecret), ("refunds", refunds)) },
        call,
        alive));

    protected static async Task<string> Register(BillingEngine engine, int number) => (await engine.Ask<CreateMerchant>(Platform, (endpoint, call, alive) => endpoint.Handle(
        new CreateMerchantRequest { Name = $"Shop {number}", Mode = MerchantMode.Test, Currency = "UAH", TimeZone = "Europe/Kyiv", Locale = "uk" }, call, alive))).TextOf("id");

    protected static Patch<T> Given<T>(T value) => new(IsGiven: true, value);

    private static Dictionary<string, JsonElement> Values(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => JsonSerializer.SerializeToElement(setting.Value));
}

/// <summary>A payment as its buyer knows it.</summary>
/// <param name="Page">The provider's page; null when the buyer was not led there.</param>
internal sealed record StartedPayment(string Id, long Amount, string? Page);
