namespace BillingHeadless.Server.Hosted;

/// <summary>What is wrong with a field of a form, in the visitor's language. Without a name it is about the whole form.</summary>
public sealed record FieldError(string Name, string Text)
{
    /// <summary>The HTML id of the field: names with dots are no use in a link to it.</summary>
    public string Id => IdOf(Name);

    public static string IdOf(string name) => $"field-{name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";
}
