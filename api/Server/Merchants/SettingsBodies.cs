using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http.Shapes;

namespace BillingHeadless.Server.Merchants;

/// <summary>How to reach the merchant; shown on every page and in every mail.</summary>
public sealed record SupportBody
{
    [Line(Limits.EmailLength)]
    public string? Email { get; init; }

    [Line(Limits.PhoneLength)]
    public string? Phone { get; init; }

    /// <summary>An http or https address.</summary>
    [Line(Limits.UrlLength)]
    public string? ChatUrl { get; init; }

    /// <summary>An http or https address.</summary>
    [Line(Limits.UrlLength)]
    public string? FormUrl { get; init; }

    public static SupportBody Of(SupportContacts support) => new() { Email = support.Email, Phone = support.Phone, ChatUrl = support.ChatUrl, FormUrl = support.FormUrl };

    public SupportContacts ToContacts() => new() { Email = Email, Phone = Phone, ChatUrl = ChatUrl, FormUrl = FormUrl };
}

/// <summary>Whether tax is charged, and of which category.</summary>
public sealed record TaxBody
{
    /// <summary>Whether the merchant is registered for the tax; prices include it.</summary>
    public required bool Registered { get; init; }

    /// <summary>UNCL5305: S standard rate, Z zero rate, E exempt, O outside the scope, AE reverse charge …</summary>
    [Line(Limits.CodeLength)]
    public string Category { get; init; } = "S";

    public static TaxBody Of(TaxSettings tax) => new() { Registered = tax.Registered, Category = tax.Category };

    public TaxSettings ToSettings() => new() { Registered = Registered, Category = Category };
}

/// <summary>Who signs documents.</summary>
public sealed record SignatoryBody
{
    /// <summary>For example Director.</summary>
    [Line(Limits.NameLength)]
    public required string Title { get; init; }

    [Line(Limits.NameLength)]
    public required string Name { get; init; }

    public static SignatoryBody Of(Signatory signatory) => new() { Title = signatory.Title, Name = signatory.Name };

    public Signatory ToSignatory() => new(Title, Name);
}

/// <summary>One field of the checkout's contact form.</summary>
public sealed record CheckoutFieldBody
{
    /// <summary>A name of its own, or one of name, phone, company, which are parts of the contact, or portal.</summary>
    [Line(Limits.CodeLength)]
    public required string Name { get; init; }

    /// <summary>The field portal has the kind portal; it is asked only when a licence is bought.</summary>
    public CheckoutFieldKind Kind { get; init; } = CheckoutFieldKind.Text;

    public bool Required { get; init; }

    /// <summary>What the buyer reads, by language.</summary>
    [Count(Limits.MapEntries), ByLanguage(Limits.NameLength)]
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>For a choice: what can be chosen.</summary>
    [Count(Limits.ListItems), EachLine(Limits.NameLength)]
    public IReadOnlyList<string> Options { get; init; } = [];

    public static CheckoutFieldBody Of(CheckoutField field) =>
        new() { Name = field.Name, Kind = field.Kind, Required = field.Required, Labels = field.Labels, Options = field.Options };

    public CheckoutField ToField() => new() { Name = Name, Kind = Kind, Required = Required, Labels = Labels, Options = Options };
}
