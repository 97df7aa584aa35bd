using System.Text.Json;
using BillingHeadless.Server.Buttons;
using BillingHeadless.Server.Catalog;
using BillingHeadless.Server.Customers;
using BillingHeadless.Server.Merchants;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Demo;

/// <summary>The demo as requests of the API, read from <c>demo.json</c>; ids that only the answers bring are filled in on the way.</summary>
public sealed record DemoRequests
{
    private const string Folder = "BillingHeadless.Server.Demo";

    public required CreateMerchantRequest Merchant { get; init; }

    public required UpdateSettingsRequest Settings { get; init; }

    public required CreateAgreementRequest Agreement { get; init; }

    public required CreateProductRequest Product { get; init; }

    public required IReadOnlyList<DemoPlan> Plans { get; init; }

    public required DemoButton Button { get; init; }

    public required DemoService Service { get; init; }

    public static DemoRequests Read()
    {
        using var stream = Open("demo.json");
        return JsonSerializer.Deserialize<DemoRequests>(stream, Json.Api)!;
    }

    /// <summary>A picture as the settings take it.</summary>
    public static string Picture(string file)
    {
        using var stream = Open(file);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return $"data:image/png;base64,{Convert.ToBase64String(bytes.ToArray())}";
    }

    private static Stream Open(string file) =>
        typeof(DemoRequests).Assembly.GetManifestResourceStream($"{Folder}.{file}") ?? throw new InvalidOperationException($"The demo has no {file}.");
}

/// <summary>A service with its tariffs, and who orders the first of them.</summary>
public sealed record DemoService(CreateProductRequest Product, IReadOnlyList<DemoPlan> Plans, CreateCustomerRequest Customer);

/// <summary>A plan of a product of the demo.</summary>
public sealed record DemoPlan
{
    public required string Name { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required MoneyBody Price { get; init; }

    public required IReadOnlyList<PlanTermBody> Terms { get; init; }

    public int TaxRateBasisPoints { get; init; }

    public int? UserLimit { get; init; }

    public CreatePlanRequest Of(string productId) => new()
    {
        ProductId = productId,
        Name = Name,
        Names = Names,
        Price = Price,
        Terms = Terms,
        TaxRateBasisPoints = TaxRateBasisPoints,
        UserLimit = UserLimit,
    };
}

/// <summary>The button of the demo's product.</summary>
public sealed record DemoButton(string Name, IReadOnlyDictionary<string, string> Texts)
{
    public CreateButtonRequest Of(string productId) => new() { ProductId = productId, Name = Name, Texts = Texts };
}
