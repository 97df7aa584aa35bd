using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Templating;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace BillingHeadless.Server.Templates;

/// <summary>
/// Renders pages, mails and documents: a merchant's own newest version, or the one that ships. A template sees what it is
/// given and three things more: <c>language</c>, <c>texts</c> (the words of its area) and <c>merchant</c> (name and support contacts).
/// </summary>
public sealed partial class TemplateLibrary(ShippedTemplates shipped, Reader reader, Clock clock, ILogger<TemplateLibrary> log) : IDisposable
{
    private readonly MemoryCache read = new(new MemoryCacheOptions { SizeLimit = Limits.TemplateCharactersKept });

    public void Dispose() => read.Dispose();

    /// <summary>The words that C# says itself in this language.</summary>
    public TemplateTexts Texts(string area, LanguageCode language) => shipped.Texts(area, language);

    /// <summary>Renders a page or a mail. A merchant's own template that fails on these data gives way to the one that ships: a buyer is not left without.</summary>
    /// <param name="merchant">Whose template, clock and contacts.</param>
    /// <param name="name">For example <c>pages.checkout</c>.</param>
    /// <param name="language">In which language.</param>
    /// <param name="data">Strings, booleans, integers, and dictionaries and lists of such; see <see cref="TemplateModel.Of{T}"/>.</param>
    /// <param name="cancel">Ends the wait for the database.</param>
    public async Task<string> Render(
        Merchant merchant, string name, LanguageCode language, IReadOnlyDictionary<string, object?> data, CancellationToken cancel)
    {
        var sources = await SourcesOf(merchant.Id, cancel);
        try
        {
            return Render(sources, merchant, name, language, data);
        }
        catch (TemplateException exception) when (sources.Own.Count > 0)
        {
            LogFailed(log, merchant.Id.Value, exception.Message);
            return Render(TemplateSources.OnlyShipped(shipped), merchant, name, language, data);
        }
    }

    /// <summary>Renders what must be exactly the merchant's: a document.</summary>
    /// <exception cref="TemplateException">The merchant's template fails on these data.</exception>
    public async Task<string> RenderExactly(
        Merchant merchant, string name, LanguageCode language, IReadOnlyDictionary<string, object?> data, CancellationToken cancel) =>
        Render(await SourcesOf(merchant.Id, cancel), merchant, name, language, data);

    /// <summary>Renders from sources that may not be stored yet.</summary>
    /// <exception cref="TemplateException">The template fails on these data.</exception>
    public string Render(
        TemplateSources sources, Merchant merchant, string name, LanguageCode language, IReadOnlyDictionary<string, object?> data)
    {
        var now = TimeZoneInfo.ConvertTime(clock.NowOf(merchant), merchant.Calendar().Zone);
        return TemplateReader.Render(Read(sources, name).Template, Complete(merchant, name, language, data), now);
    }

    /// <summary>All templates of a merchant. Asked anew each time, so that a saved template counts at once on every node.</summary>
    public async Task<TemplateSources> SourcesOf(Id<Merchant> merchant, CancellationToken cancel)
    {
        var newest = await reader.Read(merchant, db => db.Templates
            .GroupBy(row => row.Name)
            .Select(group => new { Name = group.Key, Number = group.Max(row => row.Number) })
            .OrderBy(row => row.Name)
            .ToListAsync(cancel));
        if (newest.Count == 0)
        {
            return TemplateSources.OnlyShipped(shipped);
        }

        var stamp = $"{merchant}\n{string.Join('\n', newest.Select(row => $"{row.Name} {row.Number}"))}";
        return await read.GetOrCreateAsync(stamp, entry => Load(entry, merchant, stamp, cancel))
            ?? throw new InvalidOperationException("Templates were not read.");
    }

    /// <summary>A template ready to render.</summary>
    /// <exception cref="TemplateException">It is not of the language, which a saved one always is.</exception>
    /// <exception cref="KeyNotFoundException">There is no such template.</exception>
    private ReadTemplate Read(TemplateSources sources, string name)
    {
        var source = sources.Find(name) ?? throw new KeyNotFoundException($"There is no template '{name}'.");
        var template = sources.Stamp is null ? TemplateReader.Read(sources, name, source) : Keep(sources, name, source);
        return template.Template.HasErrors ? throw new TemplateException(template.Template.Messages[0]) : template;
    }

    private ReadTemplate Keep(TemplateSources sources, string name, string source) => read.GetOrCreate((sources.Stamp, name), entry =>
    {
        entry.Size = source.Length + 1;
        return TemplateReader.Read(sources, name, source);
    })!;

    private async Task<TemplateSources> Load(ICacheEntry entry, Id<Merchant> merchant, string stamp, CancellationToken cancel)
    {
        var own = await reader.Read(merchant, db => db.Templates
            .Where(row => row.Number == db.Templates.Where(other => other.Name == row.Name).Max(other => other.Number))
            .ToDictionaryAsync(row => row.Name, row => row.Source, cancel));
        entry.Size = own.Sum(template => template.Value.Length) + 1;
        return new TemplateSources(shipped, own, stamp);
    }

    private Dictionary<string, object?> Complete(Merchant merchant, string name, LanguageCode language, IReadOnlyDictionary<string, object?> data)
    {
        var area = TemplateName.TryParse(name, out var parsed) ? parsed.Area : "";
        return new Dictionary<string, object?>(data)
        {
            ["language"] = language.Code,
            ["texts"] = shipped.Texts(area, language).Words,
            ["merchant"] = new Dictionary<string, object?> { ["name"] = merchant.Name, ["support"] = TemplateModel.Of(merchant.Settings.Support) },
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A template of {Merchant} failed and the one that ships was used: {Error}")]
    private static partial void LogFailed(ILogger logger, string merchant, string error);
}
