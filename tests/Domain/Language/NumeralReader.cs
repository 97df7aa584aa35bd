namespace BillingHeadless.Tests.Domain.Language;

/// <summary>Reads numbers in words back, from a vocabulary of its own: the check on the writer.</summary>
internal sealed class NumeralReader
{
    private readonly Dictionary<string, UInt128> _values = [];

    /// <summary>Takes lines such as "два дві 2": the forms of a word, then what it is worth.</summary>
    private NumeralReader(string vocabulary)
    {
        foreach (var entry in vocabulary.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = entry.Split(' ');
            foreach (var form in words[..^1])
            {
                _values.Add(form, UInt128.Parse(words[^1]));
            }
        }
    }

    public static NumeralReader Ukrainian { get; } = new("""
        нуль 0; один одна одне 1; два дві 2; три 3; чотири 4; п'ять 5; шість 6; сім 7; вісім 8; дев'ять 9; десять 10
        одинадцять 11; дванадцять 12; тринадцять 13; чотирнадцять 14
        п'ятнадцять 15; шістнадцять 16; сімнадцять 17; вісімнадцять 18; дев'ятнадцять 19
        двадцять 20; тридцять 30; сорок 40; п'ятдесят 50; шістдесят 60; сімдесят 70; вісімдесят 80; дев'яносто 90
        сто 100; двісті 200; триста 300; чотириста 400; п'ятсот 500; шістсот 600; сімсот 700; вісімсот 800; дев'ятсот 900
        тисяча тисячі тисяч 1000; мільйон мільйони мільйонів 1000000; мільярд мільярди мільярдів 1000000000
        трильйон трильйони трильйонів 1000000000000; квадрильйон квадрильйони квадрильйонів 1000000000000000
        квінтильйон квінтильйони квінтильйонів 1000000000000000000
        """);

    public static NumeralReader Russian { get; } = new("""
        ноль 0; один одна одно 1; два две 2; три 3; четыре 4; пять 5; шесть 6; семь 7; восемь 8; девять 9; десять 10
        одиннадцать 11; двенадцать 12; тринадцать 13; четырнадцать 14
        пятнадцать 15; шестнадцать 16; семнадцать 17; восемнадцать 18; девятнадцать 19
        двадцать 20; тридцать 30; сорок 40; пятьдесят 50; шестьдесят 60; семьдесят 70; восемьдесят 80; девяносто 90
        сто 100; двести 200; триста 300; четыреста 400; пятьсот 500; шестьсот 600; семьсот 700; восемьсот 800; девятьсот 900
        тысяча тысячи тысяч 1000; миллион миллиона миллионов 1000000; миллиард миллиарда миллиардов 1000000000
        триллион триллиона триллионов 1000000000000; квадриллион квадриллиона квадриллионов 1000000000000000
        квинтиллион квинтиллиона квинтиллионов 1000000000000000000
        """);

    public static NumeralReader English { get; } = new("""
        zero 0; one 1; two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10
        eleven 11; twelve 12; thirteen 13; fourteen 14; fifteen 15; sixteen 16; seventeen 17; eighteen 18; nineteen 19
        twenty 20; thirty 30; forty 40; fifty 50; sixty 60; seventy 70; eighty 80; ninety 90
        hundred 100; thousand 1000; million 1000000; billion 1000000000; trillion 1000000000000
        quadrillion 1000000000000000; quintillion 1000000000000000000
        """);

    public static NumeralReader Kazakh { get; } = new("""
        нөл 0; бір 1; екі 2; үш 3; төрт 4; бес 5; алты 6; жеті 7; сегіз 8; тоғыз 9; он 10
        жиырма 20; отыз 30; қырық 40; елу 50; алпыс 60; жетпіс 70; сексен 80; тоқсан 90
        жүз 100; мың 1000; миллион 1000000; миллиард 1000000000; триллион 1000000000000
        квадриллион 1000000000000000; квинтиллион 1000000000000000000
        """);

    public UInt128 Read(string words)
    {
        UInt128 total = 0, triad = 0;
        foreach (var value in words.Split(' ', '-').Select(word => _values[word]))
        {
            if (value >= 1000)
            {
                (total, triad) = (total + (triad * value), 0);
            }
            else
            {
                // "Two hundred" multiplies, "двісті п'ять" adds; a bare "жүз" is one hundred.
                triad = value == 100 && triad > 0 && triad < 10 ? triad * value : triad + value;
            }
        }

        return total + triad;
    }
}
