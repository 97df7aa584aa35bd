namespace BillingHeadless.Server.Hosted;

/// <summary>The fields of a form that was sent: texts, trimmed of what does not fit.</summary>
public sealed class PageForm
{
    private readonly IFormCollection fields;

    private PageForm(IFormCollection fields) => this.fields = fields;

    /// <exception cref="BadHttpRequestException">It passes a bound, or breaks off.</exception>
    public static async Task<PageForm> Read(HttpContext context, CancellationToken cancel)
    {
        try
        {
            return new(context.Request.HasFormContentType ? await context.Request.ReadFormAsync(Bounds, cancel) : FormCollection.Empty);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", problem);
        }
    }

    /// <summary>One field's text; empty when it was not sent.</summary>
    public string this[string name] => Text(fields[name].ToString());

    /// <summary>All values of a field that can be chosen several times.</summary>
    public IReadOnlyList<string> All(string name) => [.. fields[name].OfType<string>().Take(Limits.ListItems).Select(Text)];

    private static Microsoft.AspNetCore.Http.Features.FormOptions Bounds => new()
    {
        ValueCountLimit = Limits.FormFields,
        KeyLengthLimit = Limits.CodeLength,
        ValueLengthLimit = Limits.FormFieldLength,
    };

    /// <summary>Browsers send what people paste: control characters are no part of any answer.</summary>
    private static string Text(string text) => new([.. text.Where(character => !char.IsControl(character))]);
}
