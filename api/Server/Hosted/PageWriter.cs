using BillingHeadless.Domain.Language;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Templates;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Hosted;

/// <summary>Renders pages from <c>templates/pages</c>, each with what stands on every one of them.</summary>
public sealed class PageWriter(TemplateLibrary templates, PageAssets assets)
{
    private static readonly Dictionary<string, string> LanguageNames = new()
    {
        ["uk"] = "Українська",
        ["en"] = "English",
        ["ru"] = "Русский",
        ["kk"] = "Қазақша",
    };

    /// <param name="visit">For whom.</param>
    /// <param name="name">The template in <c>templates/pages</c>.</param>
    /// <param name="data">What the page shows, in finished words.</param>
    /// <param name="options">What is special about it.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public async Task<PageResult> Write(Visit visit, string name, object data, PageOptions? options, CancellationToken cancel)
    {
        var special = options ?? new PageOptions();
        var model = TemplateModel.Of(data);
        model["page"] = TemplateModel.Of(Frame(visit, special));
        var html = await templates.Render(visit.Merchant, $"pages.{name}", visit.Language, model, cancel);
        return new PageResult(html, special.Status, special.Policy, special.Refresh);
    }

    /// <summary>The same page in every language.</summary>
    public static IReadOnlyList<LanguageLink> LanguageLinks(string address, LanguageCode current) =>
    [
        .. LanguageCode.All.Select(language => new LanguageLink(
            language.Code, LanguageNames[language.Code], QueryHelpers.AddQueryString(address, PageLanguage.Parameter, language.Code), language == current)),
    ];

    private PageFrame Frame(Visit visit, PageOptions options) => new()
    {
        Stylesheet = assets.Stylesheet.Address,
        FrameScript = assets.FrameScript.Address,
        Languages = LanguageLinks(options.Address ?? visit.Address, visit.Language),
        Test = visit.Merchant.IsTest,
        LoginUrl = Links.LoginPath(visit.Merchant.Id),
        AccountUrl = Links.AccountPath(visit.Merchant.Id),
        Visitor = visit.Visitor?.Name,
    };

    private sealed record PageFrame
    {
        public required string Stylesheet { get; init; }

        public required string FrameScript { get; init; }

        public required IReadOnlyList<LanguageLink> Languages { get; init; }

        public required bool Test { get; init; }

        public required string LoginUrl { get; init; }

        public required string AccountUrl { get; init; }

        /// <summary>Who is logged in.</summary>
        public string? Visitor { get; init; }
    }
}

/// <summary>A page in another language.</summary>
public sealed record LanguageLink(string Code, string Name, string Url, bool Current);

/// <summary>What is special about a page.</summary>
public sealed record PageOptions
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public ContentPolicy Policy { get; init; } = ContentPolicy.Strict;

    /// <summary>When the browser loads it again, or null for never.</summary>
    public int? RefreshSeconds { get; init; }

    /// <summary>Another address to be loaded then.</summary>
    public string? RefreshTo { get; init; }

    /// <summary>Both as browsers read them in a header.</summary>
    public string? Refresh => RefreshSeconds is { } seconds ? $"{seconds}{(RefreshTo is { } url ? $"; url={url}" : "")}" : null;

    /// <summary>Where this page is to be found with GET, when it answers a form that was sent elsewhere.</summary>
    public string? Address { get; init; }
}
