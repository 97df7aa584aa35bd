namespace BillingHeadless.Server.Templates;

/// <summary>What every template of a merchant says now: its own newest version, or else the one that ships.</summary>
/// <param name="Shipped">The templates that ship.</param>
/// <param name="Own">The merchant's own, by name.</param>
/// <param name="Stamp">The same for the same texts, so that what was read from them can be kept; null for texts that are only tried.</param>
public sealed record TemplateSources(ShippedTemplates Shipped, IReadOnlyDictionary<string, string> Own, string? Stamp)
{
    /// <summary>The names of all templates: nobody adds one.</summary>
    public IReadOnlyCollection<string> Names => Shipped.Names;

    public static TemplateSources OnlyShipped(ShippedTemplates shipped) => new(shipped, new Dictionary<string, string>(), "");

    public string? Find(string name) => Own.GetValueOrDefault(name) ?? Shipped.Find(name);

    /// <summary>The same with another text for one of them.</summary>
    public TemplateSources With(string name, string source) =>
        this with { Own = new Dictionary<string, string>(Own) { [name] = source }, Stamp = null };
}
