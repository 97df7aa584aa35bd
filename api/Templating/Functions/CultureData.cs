namespace BillingHeadless.Templating.Functions;

/// <summary>What a language's numbers and dates look like. Lists are separated by blanks.</summary>
internal sealed record CultureData(string Names, string Days, string ShortDays, string Months, string ShortMonths)
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowSpace = "\u202F";

    public string? GenitiveMonths { get; init; }

    public string DecimalSeparator { get; init; } = ",";

    public string GroupSeparator { get; init; } = NoBreakSpace;

    public string CurrencySymbol { get; init; } = "€";

    /// <summary>Whether the currency stands before the amount.</summary>
    public bool SymbolFirst { get; init; }

    public string ShortDate { get; init; } = "dd.MM.yyyy";

    public string ShortTime { get; init; } = "HH:mm";

    public string LongTime { get; init; } = "HH:mm:ss";

    private const string EnglishDays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday";
    private const string EnglishShortDays = "Sun Mon Tue Wed Thu Fri Sat";
    private const string EnglishMonths = "January February March April May June July August September October November December";
    private const string EnglishShortMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

    public static IReadOnlyList<CultureData> All { get; } =
    [
        new("en-US en", EnglishDays, EnglishShortDays, EnglishMonths, EnglishShortMonths)
        {
            DecimalSeparator = ".", GroupSeparator = ",", CurrencySymbol = "$", SymbolFirst = true,
            ShortDate = "M/d/yyyy", ShortTime = "h:mm tt", LongTime = "h:mm:ss tt",
        },
        new("en-GB", EnglishDays, EnglishShortDays, EnglishMonths, EnglishShortMonths)
        {
            DecimalSeparator = ".", GroupSeparator = ",", CurrencySymbol = "£", SymbolFirst = true, ShortDate = "dd/MM/yyyy",
        },
        new(
            "de-DE de",
            "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
            "So Mo Di Mi Do Fr Sa",
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
            "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.") { GroupSeparator = "." },
        new(
            "fr-FR fr",
            "dimanche lundi mardi mercredi jeudi vendredi samedi",
            "dim. lun. mar. mer. jeu. ven. sam.",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.") { GroupSeparator = NarrowSpace, ShortDate = "dd/MM/yyyy" },
        new(
            "uk-UA uk",
            "неділя понеділок вівторок середа четвер пʼятниця субота",
            "нд пн вт ср чт пт сб",
            "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
            "січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.")
        {
            GenitiveMonths = "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", CurrencySymbol = "₴",
        },
        new(
            "ru-RU ru",
            "воскресенье понедельник вторник среда четверг пятница суббота",
            "вс пн вт ср чт пт сб",
            "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
            "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.")
        {
            GenitiveMonths = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", CurrencySymbol = "₽",
        },
        new(
            "kk-KZ kk",
            "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі",
            "жс дс сс ср бс жм сб",
            "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
            "қаң. ақп. нау. сәу. мам. мау. шіл. там. қыр. қаз. қар. жел.") { CurrencySymbol = "₸" },
    ];
}
