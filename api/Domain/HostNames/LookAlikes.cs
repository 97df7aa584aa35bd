namespace BillingHeadless.Domain.HostNames;

/// <summary>Labels of one script that are read as something else.</summary>
internal static class LookAlikes
{
    private const string Bitrix = "bitrix";

    /// <summary>Letters that cannot be told from a Latin one, each followed by that one.</summary>
    private const string SameAsLatin =
        "аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw ӏl αa οo νv ρp ιi κk υu χx τt ωw ηn";

    /// <summary>Letters that pass for one of the six in "bitrix" at a glance. By themselves they are harmless.</summary>
    private const string NearBitrix =
        "ьb бb вb βb тt гr їi ìi íi îi ïi ĩi īi ĭi įi ıi ỉi ịi ίi ϊi ţt ťt ŧt țt ŕr ŗr řr";

    private static readonly Dictionary<char, char> Same = Table(SameAsLatin);
    private static readonly Dictionary<char, char> Near = Table($"{SameAsLatin} {NearBitrix}");

    /// <summary>Whether every letter of a label of another script could be taken for a Latin one.</summary>
    public static bool ReadsAsLatin(string label) =>
        label.Any(Same.ContainsKey)
        && label.All(character => Same.ContainsKey(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Whether a label that is not plain ASCII spells the name of the portals' vendor.</summary>
    public static bool ImitatesBitrix(string label) =>
        string.Concat(label.Select(character => Near.GetValueOrDefault(character, character))).Contains(Bitrix, StringComparison.Ordinal);

    private static Dictionary<char, char> Table(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1]);
}
