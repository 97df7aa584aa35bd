using BillingHeadless.Templating;

namespace BillingHeadless.Tests.Templating;

/// <summary>Random and damaged templates: whatever they are, they end in text or in an error with a place.</summary>
public class HostileTests
{
    private const int TemplatesPerSeed = 2000;

    private static readonly Limits Narrow = Limits.Default with
    {
        Steps = 20_000,
        OutputLength = 200_000,
        ValueLength = 100_000,
        Allocation = 4_000_000,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_random_template_ends_in_text_or_in_an_error(int seed)
    {
        var random = new RandomTemplates(new Random(seed));
        for (var number = 0; number < TemplatesPerSeed; number++)
        {
            var template = random.Next();
            if (ProblemWith(template, number % 2 == 0 ? Escape.Html : Escape.None) is { } problem)
                Assert.Fail($"Seed {seed}, template {number}: {problem}\n{template}");
        }
    }

    [Theory]
    [InlineData(192)]
    [InlineData(256)]
    [InlineData(1024)]
    public void A_deep_template_fits_into_a_small_stack(int kilobytes)
    {
        string[]? problems = null;
        var thread = new Thread(
            () => problems = [.. Deep().Select(template => ProblemWith(template, Escape.Html)).OfType<string>()],
            kilobytes * 1024);
        thread.Start();
        thread.Join();
        Assert.Empty(problems!);
    }

    private static IEnumerable<string> Deep()
    {
        (string Open, string Inside, string Close)[] nested =
        [
            ("if true; ", "f; ", "end; "), ("for x in [1]; ", "f; ", "end; "), ("with {}; ", "f; ", "end; "),
            ("capture c; ", "f; ", "end; "),
            ("(", "f", ")"), ("[", "f", "]"), ("{a: ", "f", "}"), ("string.append(", "f", ", 1)"), ("true ? ", "f", " : 1"), ("!", "f", ""),
        ];
        foreach (var (open, inside, close) in nested)
            yield return $"{{{{ func f; {Repeated(open, 90)}{inside}{Repeated(close, 90)}; end; f }}}}";
        foreach (var chain in new[] { " + 1", " | string.upcase", ".a", "[0]", " && true", " ?? 1", "(1)" })
            yield return $"{{{{ func f; ret f{Repeated(chain, 390)}; end; f }}}}";
        yield return "{{ func f; wrap g; f; end; end; func g; $$; end; f }}";
        yield return "{{ y = []; for i in 1..5000; y = [y]; end; y; y == [y]; y | object.to_json }}";
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static string? ProblemWith(string source, Escape escape)
    {
        try
        {
            var template = Template.Parse(source, OptionsFor(escape));
            if (template.HasErrors) return PlaceProblem(template.Messages[0].Line, template.Messages[0].Column);
            return template.Render(RandomTemplates.Model).Length <= Narrow.OutputLength ? null : "The output is too long";
        }
        catch (TemplateException error)
        {
            return PlaceProblem(error.Line, error.Column);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return error.ToString();
        }
    }

    private static string? PlaceProblem(int line, int column) => line >= 1 && column >= 1 ? null : $"No such place: ({line},{column})";

    private static TemplateOptions OptionsFor(Escape escape) => new()
    {
        Escape = escape,
        Limits = Narrow,
        Include = name => name.Length > 5 ? null : "{{ $1 }}" + name,
        Now = () => DateTimeOffset.UnixEpoch,
    };
}
