using BillingHeadless.Domain.Catalog;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Catalog;

/// <summary>What a buyer reads of a product in one language.</summary>
public sealed record ProductTextBody
{
    /// <summary>The name in this language; absent: the product's own.</summary>
    [Line(Limits.NameLength)]
    public string? Name { get; init; }

    [Text(Limits.DescriptionLength)]
    public string? Description { get; init; }

    public static IReadOnlyDictionary<string, ProductTextBody> Of(IReadOnlyDictionary<string, ProductText> texts) =>
        texts.ToDictionary(entry => entry.Key, entry => new ProductTextBody { Name = entry.Value.Name, Description = entry.Value.Description });

    public static IReadOnlyDictionary<string, ProductText> ToTexts(IReadOnlyDictionary<string, ProductTextBody> bodies) =>
        bodies.ToDictionary(entry => entry.Key, entry => new ProductText(entry.Value.Name, entry.Value.Description));
}
