using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.Language;

/// <summary>Every number written in words is read back as the same number.</summary>
public class NumeralsRoundTripTests
{
    private const int Consecutive = 12_000;
    private const int Drawn = 5_000;
    private const int Seed = 20_261_121;

    public static TheoryData<string> Languages => new(LanguageCode.All.Select(language => language.Code));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Consecutive_numbers(string language) => Check(language, Enumerable.Range(0, Consecutive).Select(number => (long)number));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Numbers_of_every_length(string language)
    {
        var random = new Random(Seed);
        Check(language, Enumerable.Range(0, Drawn).Select(turn => random.NextInt64() >> (turn % 63)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Powers_of_ten_and_their_neighbours(string language)
    {
        var powers = Enumerable.Range(0, 19).Select(exponent => (long)UInt128.Parse("1" + new string('0', exponent)));
        Check(language, powers.SelectMany(power => new[] { power - 1, power, power + 1 }));
    }

    private static void Check(string code, IEnumerable<long> numbers)
    {
        var language = LanguageCode.Parse(code);
        var reader = code switch
        {
            "uk" => NumeralReader.Ukrainian,
            "ru" => NumeralReader.Russian,
            "kk" => NumeralReader.Kazakh,
            _ => NumeralReader.English,
        };
        foreach (var number in numbers)
        {
            var words = AmountInWords.Of(new Money(number, new Currency("JPY")), language);
            Assert.EndsWith(" JPY", words);
            var read = reader.Read(words[..^" JPY".Length].ToLowerInvariant());
            Assert.True(read == (UInt128)number, $"{number} was written as '{words}' (seed {Seed})");
        }
    }
}
