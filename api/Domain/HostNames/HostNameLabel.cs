using System.Globalization;
using System.Text;
using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.HostNames;

/// <summary>One part of a host name between two dots, in both of its forms.</summary>
internal sealed record HostNameLabel
{
    private const int MaxLength = 63;
    private const string EncodedPrefix = "xn--";
    private static readonly IdnMapping Encoding = new() { UseStd3AsciiRules = true };

    private HostNameLabel(string unicode, string ascii)
    {
        Unicode = unicode;
        Ascii = ascii;
    }

    public string Unicode { get; }

    public string Ascii { get; }

    public bool IsEncoded => Ascii.StartsWith(EncodedPrefix, StringComparison.Ordinal);

    /// <summary>Reads a label that is already in lower case.</summary>
    public static Parsed<HostNameLabel> Parse(string typed)
    {
        if (typed.Length is 0 or > MaxLength)
        {
            return Refused(typed.Length == 0 ? HostNameProblem.EmptyLabel : HostNameProblem.TooLong);
        }

        return typed.StartsWith(EncodedPrefix, StringComparison.Ordinal) ? FromEncoded(typed)
            : IsAscii(typed) ? FromAscii(typed)
            : FromUnicode(typed);
    }

    private static Parsed<HostNameLabel> FromAscii(string typed)
    {
        if (!typed.All(IsAsciiLabelCharacter))
        {
            return Refused(HostNameProblem.BadCharacter);
        }

        return HasMisplacedHyphen(typed)
            ? Refused(HostNameProblem.MisplacedHyphen)
            : Parsed<HostNameLabel>.Accepted(new HostNameLabel(typed, typed));
    }

    private static Parsed<HostNameLabel> FromUnicode(string typed)
    {
        var problem = ProblemOfCharacters(typed);
        if (problem is not null)
        {
            return Refused(problem);
        }

        var ascii = Encode(typed);
        return ascii is null ? Refused(HostNameProblem.TooLong) : Parsed<HostNameLabel>.Accepted(new HostNameLabel(typed, ascii));
    }

    /// <summary>An encoded label passes only if it is the encoding of a label that would pass by itself.</summary>
    private static Parsed<HostNameLabel> FromEncoded(string typed)
    {
        var unicode = Decode(typed);
        if (unicode is null || IsAscii(unicode))
        {
            return Refused(HostNameProblem.BadCharacter);
        }

        var label = FromUnicode(unicode);
        return label.IsAccepted && label.Value.Ascii != typed ? Refused(HostNameProblem.BadCharacter) : label;
    }

    private static string? ProblemOfCharacters(string label)
    {
        var scripts = label.EnumerateRunes().Where(rune => !IsNeutral(rune)).Select(Scripts.Of).Distinct().ToList();
        if (scripts.Contains(Script.Unknown))
        {
            return HostNameProblem.BadCharacter;
        }

        if (scripts.Count > 1 || scripts.Contains(Script.Imitation) || LookAlikes.ImitatesBitrix(label))
        {
            return HostNameProblem.LookAlike;
        }

        return HasMisplacedHyphen(label) ? HostNameProblem.MisplacedHyphen : null;
    }

    /// <summary>Digits and hyphens go with every script.</summary>
    private static bool IsNeutral(Rune rune) => rune.IsAscii && (char.IsAsciiDigit((char)rune.Value) || rune.Value == '-');

    private static bool HasMisplacedHyphen(string label) =>
        label.StartsWith('-') || label.EndsWith('-') || (label.Length >= 4 && label[2] == '-' && label[3] == '-');

    private static bool IsAsciiLabelCharacter(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-';

    private static bool IsAscii(string text) => text.All(char.IsAscii);

    /// <summary>The library refuses by exception what does not fit into a label.</summary>
    private static string? Encode(string label)
    {
        try
        {
            return Encoding.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The library refuses by exception what is no encoding.</summary>
    private static string? Decode(string label)
    {
        try
        {
            return Encoding.GetUnicode(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Parsed<HostNameLabel> Refused(string problem) => Parsed<HostNameLabel>.Refused(problem);
}
