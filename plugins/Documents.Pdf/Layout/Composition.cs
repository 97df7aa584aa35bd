namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>
/// Joins a Cyrillic letter and the mark that follows it, as some programs write й, ї and ё: fonts draw the joined letter well
/// and the two apart badly.
/// </summary>
internal static class Composition
{
    private const int Breve = 0x0306;
    private const int Diaeresis = 0x0308;
    private const string UnderBreve = "иИуУ";
    private const string WithBreve = "йЙўЎ";
    private const string UnderDiaeresis = "іІеЕ";
    private const string WithDiaeresis = "їЇёЁ";

    /// <summary>The joined letter; null when the two do not join.</summary>
    public static int? Join(int letter, int mark) => mark switch
    {
        Breve => Find(letter, UnderBreve, WithBreve),
        Diaeresis => Find(letter, UnderDiaeresis, WithDiaeresis),
        _ => null,
    };

    private static int? Find(int letter, string letters, string joined)
    {
        var at = letter <= char.MaxValue ? letters.IndexOf((char)letter) : -1;
        return at < 0 ? null : joined[at];
    }
}
