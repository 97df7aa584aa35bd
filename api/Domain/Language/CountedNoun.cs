namespace BillingHeadless.Domain.Language;

/// <summary>The gender of a noun, which decides the form of "one" and "two" before it.</summary>
internal enum GrammaticalGender
{
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>A noun with the forms that it takes after 1, after 2-4 and after 5 in the languages that tell these apart.</summary>
internal sealed record CountedNoun(string One, string Few, string Many, GrammaticalGender Gender = GrammaticalGender.Masculine)
{
    public static CountedNoun Invariable(string form, GrammaticalGender gender = GrammaticalGender.Masculine) =>
        new(form, form, form, gender);

    public static CountedNoun TwoForms(string one, string other) => new(one, other, other);

    public string After(PluralCategory category) => category switch
    {
        PluralCategory.One => One,
        PluralCategory.Few => Few,
        _ => Many,
    };
}
