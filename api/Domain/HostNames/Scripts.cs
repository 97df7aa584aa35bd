using System.Text;

namespace BillingHeadless.Domain.HostNames;

/// <summary>The scripts in which host names are accepted.</summary>
internal enum Script
{
    Unknown,

    /// <summary>Characters that exist only as another form of an ordinary one: full-width, mathematical, letter-like.</summary>
    Imitation,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Georgian,
    EastAsian,
}

/// <summary>
/// Which script a letter in lower case belongs to. The list names what is allowed: a letter outside of it is refused, so that
/// nothing depends on a table of all the characters that could deceive.
/// </summary>
internal static class Scripts
{
    private static readonly (int First, int Last, Script Script)[] Ranges =
    [
        ('a', 'z', Script.Latin),
        (0x00DF, 0x00F6, Script.Latin),
        (0x00F8, 0x0132, Script.Latin),
        (0x0134, 0x013F, Script.Latin),
        (0x0141, 0x0148, Script.Latin),
        (0x014A, 0x017E, Script.Latin),
        (0x01A1, 0x01A1, Script.Latin),
        (0x01B0, 0x01B0, Script.Latin),
        (0x0219, 0x021B, Script.Latin),
        (0x0259, 0x0259, Script.Latin),
        (0x1EA0, 0x1EF9, Script.Latin),
        (0x03AC, 0x03CE, Script.Greek),
        (0x0430, 0x045F, Script.Cyrillic),
        (0x048B, 0x052F, Script.Cyrillic),
        (0x0561, 0x0586, Script.Armenian),
        (0x10D0, 0x10F0, Script.Georgian),
        (0x3041, 0x3096, Script.EastAsian),
        (0x30A1, 0x30FA, Script.EastAsian),
        (0x4E00, 0x9FFF, Script.EastAsian),
        (0xAC00, 0xD7A3, Script.EastAsian),
        (0x2100, 0x214F, Script.Imitation),
        (0x2460, 0x24FF, Script.Imitation),
        (0x3002, 0x3002, Script.Imitation),
        (0xFF00, 0xFFEF, Script.Imitation),
        (0x1D400, 0x1D7FF, Script.Imitation),
    ];

    public static Script Of(Rune character)
    {
        // A capital that has no lower case of one letter, such as the Turkish dotted I, would escape the comparison.
        if (Rune.IsUpper(character))
        {
            return Script.Unknown;
        }

        foreach (var range in Ranges)
        {
            if (character.Value >= range.First && character.Value <= range.Last)
            {
                return range.Script;
            }
        }

        return Script.Unknown;
    }
}
