namespace BillingHeadless.Domain.Language;

/// <summary>One of the four languages in which buyers are spoken to.</summary>
public sealed record LanguageCode
{
    public static readonly LanguageCode Ukrainian = new("uk");
    public static readonly LanguageCode English = new("en");
    public static readonly LanguageCode Russian = new("ru");
    public static readonly LanguageCode Kazakh = new("kk");

    /// <summary>The order in which languages are offered.</summary>
    public static readonly IReadOnlyList<LanguageCode> All = [Ukrainian, English, Russian, Kazakh];

    /// <summary>BCP 47 asks software to take tags of 35 characters; a longer one is not a language.</summary>
    private const int MaxTagLength = 35;

    private LanguageCode(string code) => Code = code;

    /// <summary>The ISO 639-1 code, in lower case.</summary>
    public string Code { get; }

    /// <summary>The language of a tag such as <c>uk-UA</c>; English for one that is not spoken here.</summary>
    public static LanguageCode Parse(string? tag) => Find(tag) ?? English;

    /// <summary>The language of a tag such as <c>uk-UA</c> or <c>kk_KZ</c>; null for one that is not spoken here.</summary>
    public static LanguageCode? Find(string? tag)
    {
        if (tag is null || tag.Length > MaxTagLength)
        {
            return null;
        }

        var primary = tag.Trim().Split('-', '_')[0].ToLowerInvariant();
        return primary switch
        {
            // Bitrix24 names these two languages by their countries.
            "ua" => Ukrainian,
            "kz" => Kazakh,
            _ => All.FirstOrDefault(language => language.Code == primary),
        };
    }

    public override string ToString() => Code;
}
