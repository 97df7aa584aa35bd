using System.Diagnostics.CodeAnalysis;

namespace BillingHeadless.Server.Templates;

/// <summary>
/// A template by its area and its name in it: <c>mail.orderPaid</c> stands in <c>templates/mail/orderPaid.html</c>. With a
/// dot, so that it is one segment of an address.
/// </summary>
public readonly record struct TemplateName(string Area, string Name)
{
    public const string Documents = "documents";
    public const string Mail = "mail";
    public const string Pages = "pages";

    private const char Separator = '.';

    public static bool TryParse([NotNullWhen(true)] string? text, out TemplateName name)
    {
        var parts = text is null || text.Length > Limits.NameLength ? [] : text.Split(Separator);
        name = parts.Length == 2 ? new TemplateName(parts[0], parts[1]) : default;
        return parts.Length == 2 && parts.All(IsWord);
    }

    public override string ToString() => $"{Area}{Separator}{Name}";

    private static bool IsWord(string text) => text.Length > 0 && text.All(char.IsAsciiLetterOrDigit);
}
