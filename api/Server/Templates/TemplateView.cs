using System.Text.Json.Serialization;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Templates;

/// <summary>A template as the merchant sees it.</summary>
public sealed record TemplateView : IVersionedView
{
    /// <summary>Area and name: mail.orderPaid.</summary>
    public required string Name { get; init; }

    /// <summary>How often the merchant has saved it; 0 for the one that ships.</summary>
    public required int Number { get; init; }

    /// <summary>In the Scriban language, giving HTML.</summary>
    public required string Source { get; init; }

    public DateTimeOffset? SavedAt { get; init; }

    [JsonIgnore]
    public long Version => Number;

    public static TemplateView Of(TemplateRow row) => new() { Name = row.Name, Number = row.Number, Source = row.Source, SavedAt = row.SavedAt };

    public static TemplateView OfShipped(string name, string source) => new() { Name = name, Number = 0, Source = source };
}

/// <summary>A template in a list.</summary>
public sealed record TemplateListItemView(string Name, int Number, DateTimeOffset? SavedAt);
