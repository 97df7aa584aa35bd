namespace BillingHeadless.Domain.Merchants;

/// <summary>One field of the checkout's contact form.</summary>
public sealed record CheckoutField
{
    /// <summary>A name of its own, or one of <c>name</c>, <c>phone</c>, <c>company</c>, which are parts of the contact.</summary>
    public required string Name { get; init; }

    public CheckoutFieldKind Kind { get; init; } = CheckoutFieldKind.Text;

    public bool Required { get; init; }

    /// <summary>What the buyer reads, by language; a field without a label in the buyer's language shows the English one or its name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>For a choice: what can be chosen.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>The name under which the portal address of a licence is given.</summary>
    public const string PortalName = "portal";

    public static IReadOnlyList<CheckoutField> Defaults { get; } =
    [
        new() { Name = "name" },
        new() { Name = "phone" },
        new() { Name = "company" },
        new() { Name = PortalName, Kind = CheckoutFieldKind.Portal, Required = true },
    ];
}

public enum CheckoutFieldKind
{
    Text,
    Choice,

    /// <summary>The address of the portal that a licence is bound to; asked only when a licence is bought.</summary>
    Portal,
}
