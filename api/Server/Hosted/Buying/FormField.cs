using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Hosted.Buying;

/// <summary>One field of the checkout as it is drawn.</summary>
public sealed record FormField
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Label { get; init; }

    /// <summary><c>text</c>, <c>email</c>, <c>tel</c>, <c>url</c> keyboard or <c>choice</c>.</summary>
    public required string Kind { get; init; }

    public required string Value { get; init; }

    public required bool Required { get; init; }

    public string? Hint { get; init; }

    public string? Error { get; init; }

    /// <summary>What the browser may fill in by itself.</summary>
    public string? Autocomplete { get; init; }

    public required int MaximumLength { get; init; }

    public IReadOnlyList<string> Options { get; init; } = [];

    public static FormField OfEmail(Visit visit, CheckoutInput input, IReadOnlyList<FieldError> errors) => new()
    {
        Id = FieldError.IdOf(CheckoutInput.Email),
        Name = CheckoutInput.Email,
        Label = visit.Texts.Text("checkout.email"),
        Kind = "email",
        Value = input[CheckoutInput.Email],
        Required = true,
        Hint = visit.Texts.Text("checkout.email_hint"),
        Error = errors.FirstOrDefault(error => error.Name == CheckoutInput.Email)?.Text,
        Autocomplete = "email",
        MaximumLength = Limits.EmailLength,
    };

    public static FormField Of(Visit visit, CheckoutField field, CheckoutInput input, IReadOnlyList<FieldError> errors)
    {
        var name = CheckoutInput.NameOf(field);
        return new FormField
        {
            Id = FieldError.IdOf(name),
            Name = name,
            Label = LabelOf(visit, field),
            Kind = KindOf(field),
            Value = input[name],
            Required = field.Required,
            Hint = field.Kind == CheckoutFieldKind.Portal ? visit.Texts.Text("checkout.portal_hint") : null,
            Error = errors.FirstOrDefault(error => error.Name == name)?.Text,
            Autocomplete = field.Name switch { "name" => "name", "phone" => "tel", "company" => "organization", _ => null },
            MaximumLength = field.Kind == CheckoutFieldKind.Portal ? Limits.ShortTextLength : Limits.NameLength,
            Options = field.Options,
        };
    }

    /// <summary>The merchant's label, in the visitor's language or in English; well known fields have words of ours.</summary>
    private static string LabelOf(Visit visit, CheckoutField field) =>
        field.Labels.GetValueOrDefault(visit.Language.Code)
        ?? visit.Texts.Find($"checkout.fields.{field.Name}")
        ?? field.Labels.GetValueOrDefault("en")
        ?? field.Name;

    private static string KindOf(CheckoutField field) => field switch
    {
        { Kind: CheckoutFieldKind.Choice } => "choice",
        { Kind: CheckoutFieldKind.Portal } => "url",
        { Name: "phone" } => "tel",
        _ => "text",
    };
}
