using System.Text;
using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Documents;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Templates;

/// <summary>A template with sample data, before anything is saved.</summary>
public abstract class PreviewTemplateTests(SteppedServer server)
{
    private const string Act = "documents.act";

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
    public async Task What_cannot_be_previewed_is_refused()
    {
        var shop = await Shop.Open(server);
        await Refused.With("template_broken", () => shop.Api.PreviewTemplateAsync(Act, new PreviewTemplateRequest { Source = "{{ if" }));
        await Refused.With("template_broken", () => shop.Api.PreviewTemplateAsync(Act, new PreviewTemplateRequest { Source = "<script></script>", Format = "pdf" }));
        await Refused.With("template_is_part", () => shop.Api.PreviewTemplateAsync("mail.layout", new PreviewTemplateRequest()));
        await Refused.With("format_unknown", () => shop.Api.PreviewTemplateAsync("mail.orderPaid", new PreviewTemplateRequest { Format = "pdf" }));
        await Refused.With("template_not_found", () => shop.Api.PreviewTemplateAsync("mail.nothing", new PreviewTemplateRequest()));
    }

    private static async Task<string> Preview(Shop shop, PreviewTemplateRequest request)
    {
        using var file = await shop.Api.PreviewTemplateAsync(Act, request);
        return Encoding.UTF8.GetString(await Office.BytesOf(file));
    }
}

public sealed class PreviewTemplateOnSqlite(SteppedOnSqlite server) : PreviewTemplateTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class PreviewTemplateOnPostgres(SteppedOnPostgres server) : PreviewTemplateTests(server), IClassFixture<SteppedOnPostgres>;
