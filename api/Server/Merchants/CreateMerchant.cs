using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Merchants;

/// <summary>What a merchant is made with.</summary>
public sealed record CreateMerchantRequest
{
    /// <summary>As buyers know it.</summary>
    [Line(Limits.NameLength)]
    public required string Name { get; init; }

    /// <summary>Whether money is real. A test merchant uses the sandbox gateway and can move its own time.</summary>
    public required MerchantMode Mode { get; init; }

    /// <summary>ISO 4217 code of its books' currency.</summary>
    [CurrencyCode]
    public required string Currency { get; init; }

    /// <summary>IANA name such as Europe/Kyiv: days and due dates are this zone's.</summary>
    [Line(Limits.CodeLength)]
    public required string TimeZone { get; init; }

    /// <summary>Language of texts for which nothing else is known: uk, en, ru or kk.</summary>
    [Line(Limits.CodeLength)]
    public required string Locale { get; init; }

    /// <summary>Web origins whose pages may use the publishable key, such as https://shop.example.com.</summary>
    [Count(Limits.ListItems), EachLine(Limits.UrlLength)]
    public IReadOnlyList<string> Origins { get; init; } = [];
}

/// <summary>A merchant with its first keys, which are shown this once.</summary>
public sealed record NewMerchantView
{
    public required string Id { get; init; }

    /// <summary>As buyers know it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether money is real.</summary>
    public required MerchantMode Mode { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Language of texts for which nothing else is known.</summary>
    public required string Locale { get; init; }

    /// <summary>For servers only; it may do everything for this merchant.</summary>
    public required string SecretKey { get; init; }

    /// <summary>May stand in a page: reads what is on sale, quotes and orders.</summary>
    public required string PublishableKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static NewMerchantView Of(Merchant merchant, string secretKey, string publishableKey) => new()
    {
        Id = merchant.Id.Value,
        Name = merchant.Name,
        Mode = merchant.Mode,
        Currency = merchant.Currency.Code,
        TimeZone = merchant.TimeZone,
        Locale = merchant.Locale,
        SecretKey = secretKey,
        PublishableKey = publishableKey,
        CreatedAt = merchant.CreatedAt,
    };
}

public sealed class CreateMerchant(OnceWriter writer, IdSource ids, KeyMint mint, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/merchants", ([FromServices] CreateMerchant endpoint, CreateMerchantRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateMerchant), "Merchants", "Makes a merchant with its first secret and publishable key.")
        .ForPlatform()
        .Once()
        .Makes<NewMerchantView>()
        .Refuses(MerchantRefusals.CurrencyUnknown, MerchantRefusals.TimeZoneUnknown, MerchantRefusals.LocaleUnknown, MerchantRefusals.OriginInvalid);

    public Task<IResult> Handle(CreateMerchantRequest request, Call call, CancellationToken cancel) =>
        writer.Write(call, (db, _) => Task.FromResult(Make(db, request)), cancel);

    private Answer<NewMerchantView> Make(BillingDb db, CreateMerchantRequest request)
    {
        if (KnownCurrencies.Find(request.Currency) is not { } currency)
        {
            return MerchantRefusals.CurrencyUnknown;
        }

        if (!Calendar.IsZone(request.TimeZone))
        {
            return MerchantRefusals.TimeZoneUnknown;
        }

        if (LanguageCode.Find(request.Locale) is not { } language)
        {
            return MerchantRefusals.LocaleUnknown;
        }

        var origins = WebOrigins.Read(request.Origins);
        return origins.Refused(out var refusal) ? refusal : Add(db, request, currency, language, origins.Value);
    }

    private Answer<NewMerchantView> Add(BillingDb db, CreateMerchantRequest request, Currency currency, LanguageCode language, IReadOnlyList<string> origins)
    {
        var merchant = Merchant.Create(ids.New<Merchant>(), request.Name, request.Mode, currency, request.TimeZone, language.Code, clock.Now());
        var (secret, secretText) = mint.Secret(merchant, [Scope.Everything]);
        var (publishable, publishableText) = mint.Publishable(merchant, origins);
        db.Merchants.Add(merchant);
        db.ApiKeys.AddRange(secret, publishable);
        OfferSandbox(db, merchant);
        return Answer<NewMerchantView>.Made(() => NewMerchantView.Of(merchant, secretText, publishableText), "/v1/settings");
    }

    /// <summary>A test merchant can be paid at once: the sandbox needs no settings.</summary>
    private static void OfferSandbox(BillingDb db, Merchant merchant)
    {
        if (merchant.IsTest)
        {
            var row = GatewaySettingsRow.Create(merchant.Id, GatewayDefaults.Sandbox);
            row.Put(enabled: true, valuesCipher: "");
            db.GatewaySettings.Add(row);
        }
    }
}
