using System.Globalization;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.HostNames;

/// <summary>
/// A host name that can exist on the public internet, in the form in which two of them are compared: lower case, ASCII
/// (names of other scripts are encoded, RFC 3492), no final dot. Whether it resolves to a public address is asked at each call.
/// </summary>
public sealed record PublicHostName
{
    private const int MaxLength = 253;

    /// <summary>
    /// Last labels that never lead to a public host: RFC 6761, 6762 (appendix G), 7686, 8375, 9476 and ICANN's
    /// <c>.internal</c>. The names for tests and examples stay allowed, because demonstrations need them.
    /// </summary>
    private static readonly HashSet<string> NotPublicEndings =
    [
        "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan",
        "invalid", "onion", "alt", "arpa",
    ];

    private PublicHostName(string text) => Text = text;

    public string Text { get; }

    /// <summary>Reads a bare name: no scheme, port, path or space around it. The problems are <see cref="HostNameProblem"/>.</summary>
    public static Parsed<PublicHostName> Parse(string typed)
    {
        if (typed.Any(IsInvisible))
        {
            return Refused(HostNameProblem.InvisibleCharacter);
        }

        if (IsIpVersion6(typed))
        {
            return Refused(HostNameProblem.IpAddress);
        }

        var name = WithoutFinalDot(typed.ToLowerInvariant());
        if (name.Length is 0 or > MaxLength)
        {
            return Refused(name.Length == 0 ? HostNameProblem.Empty : HostNameProblem.TooLong);
        }

        return FromLabels(name.Split('.'));
    }

    public override string ToString() => Text;

    private static Parsed<PublicHostName> FromLabels(IReadOnlyList<string> typedLabels)
    {
        var labels = new List<HostNameLabel>(typedLabels.Count);
        foreach (var typed in typedLabels)
        {
            var label = HostNameLabel.Parse(typed);
            if (!label.IsAccepted)
            {
                return Refused(label.Problem);
            }

            labels.Add(label.Value);
        }

        var problem = ProblemOfWhole(labels);
        var text = string.Join('.', labels.Select(label => label.Ascii));
        return problem is null && text.Length > MaxLength ? Refused(HostNameProblem.TooLong)
            : problem is null ? Parsed<PublicHostName>.Accepted(new PublicHostName(text))
            : Refused(problem);
    }

    private static string? ProblemOfWhole(IReadOnlyList<HostNameLabel> labels)
    {
        var ending = labels[^1];
        if (IsNumber(ending.Ascii))
        {
            return HostNameProblem.IpAddress;
        }

        if (NotPublicEndings.Contains(ending.Ascii))
        {
            return HostNameProblem.NotPublic;
        }

        if (labels.Count == 1)
        {
            return HostNameProblem.SingleLabel;
        }

        // Under .рф a word of Cyrillic letters is expected; under .com one that reads as Latin is a trap.
        return !ending.IsEncoded && labels.Any(label => LookAlikes.ReadsAsLatin(label.Unicode)) ? HostNameProblem.LookAlike : null;
    }

    /// <summary>
    /// A name that ends in a number is read as an address of IP version 4 by browsers and resolvers: 127.0.0.1, 0x7f.1,
    /// 2130706433. No top-level domain is a number.
    /// </summary>
    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && label.Skip(2).All(char.IsAsciiHexDigit));

    private static bool IsIpVersion6(string typed) => typed.StartsWith('[') || typed.Count(character => character == ':') > 1;

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string WithoutFinalDot(string name) => name.EndsWith('.') ? name[..^1] : name;

    private static Parsed<PublicHostName> Refused(string problem) => Parsed<PublicHostName>.Refused(problem);
}
