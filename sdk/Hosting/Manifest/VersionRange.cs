namespace BillingHeadless.Plugins.Hosting;

/// <summary>Versions between bounds, all of which must hold: <c>&gt;=1.2</c>, or <c>&gt;=1.2 &lt;2.0.0</c>.</summary>
public sealed class VersionRange
{
    private const int MostBounds = 4;

    // Longer operators first, so that ">=" is not read as ">".
    private static readonly string[] Operators = [">=", "<=", ">", "<", "="];

    private readonly string text;
    private readonly IReadOnlyList<(string Operator, SemanticVersion Version)> bounds;

    private VersionRange(string text, IReadOnlyList<(string, SemanticVersion)> bounds) => (this.text, this.bounds) = (text, bounds);

    /// <summary>Reads bounds with spaces between them; minor and patch may be left out. Null when it is no range.</summary>
    public static VersionRange? Parse(string? text)
    {
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > MostBounds)
        {
            return null;
        }

        var bounds = new List<(string, SemanticVersion)>();
        foreach (var part in parts)
        {
            var sign = Array.Find(Operators, sign => part.StartsWith(sign, StringComparison.Ordinal));
            if (sign is null || SemanticVersion.Parse(Completed(part[sign.Length..])) is not { } version)
            {
                return null;
            }

            bounds.Add((sign, version));
        }

        return new VersionRange(text!, bounds);
    }

    public bool Contains(SemanticVersion version) => bounds.All(bound => Holds(version.CompareTo(bound.Version), bound.Operator));

    public override string ToString() => text;

    private static bool Holds(int order, string sign) => sign switch
    {
        ">=" => order >= 0,
        "<=" => order <= 0,
        ">" => order > 0,
        "<" => order < 0,
        _ => order == 0,
    };

    private static string Completed(string version) => version.Split('.').Length switch
    {
        1 => version + ".0.0",
        2 => version + ".0",
        _ => version,
    };
}
