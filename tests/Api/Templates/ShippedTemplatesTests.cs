using System.Text.Json;
using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Hosted;
using BillingHeadless.Server.Platform.Mail;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>What ships is whole in every language (X8): templates, words and sample data.</summary>
public sealed class ShippedTemplatesTests
{
    private static readonly ShippedTemplates Shipped = ShippedTemplates.BesideTheServer();
    private static readonly BillingHeadless.Server.Templates.TemplateSamples Data = new(Shipped, new PageAssets());

    private static readonly Dictionary<string, object?> Merchant = new()
    {
        ["name"] = "Sample Solutions",
        ["support"] = new Dictionary<string, object?> { ["email"] = "help@sample.example", ["phone"] = "+380 44 000 00 00", ["chat_url"] = "https://sample.example/chat" },
    };

    public static TheoryData<string, string> Samples()
    {
        var samples = new TheoryData<string, string>();
        foreach (var name in Shipped.Names.Where(name => Shipped.Sample(name, LanguageCode.English) is not null))
        {
            foreach (var language in LanguageCode.All)
            {
                samples.Add(name, language.Code);
            }
        }

        return samples;
    }

    public static TheoryData<string> TextFiles() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), "*.en.json").Select(file => Path.GetFileName(file).Split('.')[0])];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_template_renders_its_sample_data_in_every_language(string name, string language)
    {
        var html = Render(name, LanguageCode.Parse(language));

        Assert.Contains(MarkOf(name, language), html);
        Assert.DoesNotContain("{{", html);
        Assert.DoesNotMatch(@"\{[a-z_]+\}", PlainText.Of(html));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_mail_has_a_subject_and_says_how_to_reach_the_merchant(string name, string language)
    {
        if (!name.StartsWith("mail.", StringComparison.Ordinal))
        {
            return;
        }

        var html = Render(name, LanguageCode.Parse(language));
        var text = PlainText.Of(html);

        Assert.NotEmpty(PlainText.TitleOf(html));
        Assert.Contains("help@sample.example", text);
        Assert.Contains("+380 44 000 00 00", text);
        Assert.Contains("https://sample.example/chat", text);
        Assert.DoesNotContain("<", text);
    }

    [Theory]
    [MemberData(nameof(TextFiles))]
    public void All_languages_have_the_same_words(string area)
    {
        var english = Paths(area, "en");

        Assert.NotEmpty(english);
        Assert.All(LanguageCode.All, language => Assert.Equal(english, Paths(area, language.Code)));
    }

    /// <summary>The newcomer's page is in English, and what is pasted into another page says no language.</summary>
    private static string MarkOf(string name, string language) => name switch
    {
        "pages.start" => "lang=\"en\"",
        "buttons.snippet" => "<a class",
        _ => $"lang=\"{language}\"",
    };

    private static string Render(string name, LanguageCode language)
    {
        var read = TemplateReader.Read(TemplateSources.OnlyShipped(Shipped), name, Shipped.Find(name)!);
        Assert.Empty(read.Template.Messages);
        var model = new Dictionary<string, object?>(Data.Find(name, language)!)
        {
            ["language"] = language.Code,
            ["texts"] = Shipped.Texts(name.Split('.')[0], language).Words,
            ["merchant"] = Merchant,
        };
        return TemplateReader.Render(read.Template, model, DateTimeOffset.UnixEpoch);
    }

    private static List<string> Paths(string area, string language)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "texts", $"{area}.{language}.json")));
        return [.. Paths(json.RootElement, "").Order(StringComparer.Ordinal)];
    }

    /// <summary>The paths of all texts with the places that are filled in them; plural forms differ by language and count as one.</summary>
    private static IEnumerable<string> Paths(JsonElement node, string path) => node.ValueKind == JsonValueKind.Object
        ? node.TryGetProperty("one", out var one) ? Paths(one, path) : node.EnumerateObject().SelectMany(member => Paths(member.Value, $"{path}.{member.Name}"))
        : [$"{path} {string.Join(' ', Places(node.GetString()!))}"];

    private static IEnumerable<string> Places(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\{[a-z_]+\}").Select(match => match.Value).Order(StringComparer.Ordinal);
}
