using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>A version by Semantic Versioning 2.0.0, ordered by its rules. Build metadata is dropped: it takes no part in order.</summary>
public sealed partial record SemanticVersion(int Major, int Minor, int Patch, string PreRelease = "") : IComparable<SemanticVersion>
{
    private const int LongestText = 64;
    private const string Number = "0|[1-9][0-9]*";
    private const string Identifier = Number + "|[0-9]*[A-Za-z-][0-9A-Za-z-]*";
    private const string Build = "[0-9A-Za-z-]+";

    /// <summary>Reads for example <c>1.4.2</c> or <c>2.0.0-beta.1</c>; null when it is no such version.</summary>
    public static SemanticVersion? Parse(string? text)
    {
        if (text is null || text.Length > LongestText || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        return TryNumber(match.Groups[1].Value, out var major)
            && TryNumber(match.Groups[2].Value, out var minor)
            && TryNumber(match.Groups[3].Value, out var patch)
            ? new SemanticVersion(major, minor, patch, match.Groups[4].Value)
            : null;
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers : ComparePreReleases(PreRelease, other.PreRelease);
    }

    public override string ToString() => PreRelease.Length == 0 ? $"{Major}.{Minor}.{Patch}" : $"{Major}.{Minor}.{Patch}-{PreRelease}";

    private static int ComparePreReleases(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            // A release is later than any of its previews.
            return right.Length.CompareTo(left.Length);
        }

        var lefts = left.Split('.');
        var rights = right.Split('.');
        for (var at = 0; at < Math.Min(lefts.Length, rights.Length); at++)
        {
            var order = CompareIdentifiers(lefts[at], rights[at]);
            if (order != 0)
            {
                return order;
            }
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    private static int CompareIdentifiers(string left, string right)
    {
        var leftIsNumber = left.All(char.IsAsciiDigit);
        var rightIsNumber = right.All(char.IsAsciiDigit);
        return (leftIsNumber, rightIsNumber) switch
        {
            (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex($@"^({Number})\.({Number})\.({Number})(?:-((?:{Identifier})(?:\.(?:{Identifier}))*))?(?:\+{Build}(?:\.{Build})*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
