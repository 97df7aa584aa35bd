using System.Text;

namespace BillingHeadless.Plugins.Toolkit;

/// <summary>Forms as browsers send them: <c>application/x-www-form-urlencoded</c>, UTF-8.</summary>
public static class WebForm
{
    private const int MostFields = 200;

    /// <summary>The form's bytes, in the order of the fields.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> fields) => Encoding.ASCII.GetBytes(Text(fields));

    /// <summary>The same as text, for example as a query.</summary>
    public static string Text(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>The fields in their order, decoded. Whatever is no form has odd fields, never an exception.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlySpan<byte> body) =>
    [
        .. Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries).Take(MostFields).Select(part =>
        {
            var (name, value) = part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign ? (part[..sign], part[(sign + 1)..]) : (part, "");
            return KeyValuePair.Create(Decoded(name), Decoded(value));
        }),
    ];

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
