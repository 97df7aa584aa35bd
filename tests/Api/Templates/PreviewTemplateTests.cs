using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>A template with sample data, before anything is saved.</summary>
public abstract class PreviewTemplateTests(SteppedServer server)
{
    private const string Act = "documents.act";
    private static readonly string[] Languages = ["uk", "en", "ru", "kk"];

    /// <summary>No page of a language: what is pasted into other pages, and the newcomer's page, which is in English.</summary>
    private static readonly string[] Alike = ["buttons.snippet", "pages.start"];

    [Fact]
    public async Task A_preview_shows_sample_data_and_stores_nothing()
    {
        var shop = await Office.Open(server);
        var html = await Preview(shop, new PreviewTemplateRequest { Language = "kk" });
        Assert.Contains("«Үлгілі шешімдер»", html);
        var own = await Preview(shop, new PreviewTemplateRequest { Source = "<p>{{ document.number }}, {{ merchant.name }}</p>", Language = "en" });
        Assert.Equal("<p>2026-000042, Вендор</p>", own);
        using var pdf = await shop.Api.PreviewTemplateAsync(Act, new PreviewTemplateRequest { Format = "pdf" });
        Assert.Contains(Office.Squeeze("Зразкові рішення"), await Office.TextOf(await Office.BytesOf(pdf)));
        Assert.Equal(0, (await shop.Api.GetTemplateAsync(Act)).Number);
    }

    [Fact]
    public async Task Every_template_of_the_list_is_previewed_in_every_language()
    {
        var shop = await Office.Open(server);
        var names = (await shop.Api.ListTemplatesAsync(limit: 100)).Data.Select(template => template.Name).ToList();
        Assert.Contains("pages.checkout", names);

        foreach (var (name, language) in names.SelectMany(name => Languages.Select(language => (name, language))))
        {
            var html = await Preview(shop, new PreviewTemplateRequest { Language = language }, name);
            Assert.DoesNotContain("{{", html);
            Assert.True(Alike.Contains(name) || html.Contains($"lang=\"{language}\"", StringComparison.Ordinal), $"{name} in {language}");
        }
    }

    [Fact]
    public async Task A_part_is_previewed_in_a_whole_that_shows_it()
    {
        var shop = await Office.Open(server);
        var page = await Preview(shop, new PreviewTemplateRequest { Source = "<b>{{ invoice.number }}</b>", Language = "en" }, "pages.lines");
        Assert.Contains("<b>2026-000117</b>", page);
        var mail = await Preview(shop, new PreviewTemplateRequest { Source = "<h1>{{ merchant.name }}</h1>{{ content }}" }, "mail.layout");
        Assert.StartsWith("<h1>Вендор</h1>", mail);
        await Refused.With("template_broken", () => Preview(shop, new PreviewTemplateRequest { Source = "{{ nothing.at.all }}" }, "pages.step"));
    }

    [Fact]
    public async Task What_cannot_be_previewed_is_refused()
    {
        var shop = await Shop.Open(server);
        await Refused.With("template_broken", () => shop.Api.PreviewTemplateAsync(Act, new PreviewTemplateRequest { Source = "{{ if" }));
        await Refused.With("template_broken", () => shop.Api.PreviewTemplateAsync(Act, new PreviewTemplateRequest { Source = "<script></script>", Format = "pdf" }));
        await Refused.With("format_unknown", () => shop.Api.PreviewTemplateAsync("mail.orderPaid", new PreviewTemplateRequest { Format = "pdf" }));
        await Refused.With("template_not_found", () => shop.Api.PreviewTemplateAsync("mail.nothing", new PreviewTemplateRequest()));
    }

    private static async Task<string> Preview(Shop shop, PreviewTemplateRequest request, string name = Act)
    {
        using var file = await shop.Api.PreviewTemplateAsync(name, request);
        return Encoding.UTF8.GetString(await Office.BytesOf(file));
    }
}

public sealed class PreviewTemplateOnSqlite(SteppedOnSqlite server) : PreviewTemplateTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class PreviewTemplateOnPostgres(SteppedOnPostgres server) : PreviewTemplateTests(server), IClassFixture<SteppedOnPostgres>;
