using System.Text.Json;
using BillingHeadless.Domain.Language;

namespace BillingHeadless.Server.Templates;

/// <summary>The templates that ship, with their words and their sample data: files beside the server, read once.</summary>
public sealed class ShippedTemplates
{
    private const string TemplateEnding = ".html";
    private const string SampleEnding = ".sample.json";
    private const string TextsFolder = "texts";
    private const string CommonSample = "common";

    private readonly SortedDictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> samples = [];
    private readonly Dictionary<(string Area, string Language), TemplateTexts> texts = [];

    public ShippedTemplates(string directory)
    {
        foreach (var folder in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(folder) == TextsFolder)
            {
                ReadTexts(folder);
            }
            else
            {
                ReadArea(folder);
            }
        }
    }

    /// <summary>In the order of their names.</summary>
    public IReadOnlyCollection<string> Names => sources.Keys;

    /// <summary>The folder <c>templates</c> beside the server's own files.</summary>
    public static ShippedTemplates BesideTheServer() => new(Path.Combine(AppContext.BaseDirectory, "templates"));

    public string? Find(string name) => sources.GetValueOrDefault(name);

    /// <summary>The words of an area; an area without words has none.</summary>
    public TemplateTexts Texts(string area, LanguageCode language) =>
        texts.GetValueOrDefault((area, language.Code)) ?? new TemplateTexts(new Dictionary<string, object?>(), language);

    /// <summary>A template's sample data, or null for one that is only a part of others.</summary>
    public IReadOnlyDictionary<string, object?>? Sample(string name, LanguageCode language)
    {
        if (!samples.TryGetValue(name, out var sample))
        {
            return null;
        }

        var data = sample.TryGetProperty(CommonSample, out var common) ? TemplateModel.Members(common) : [];
        foreach (var (key, value) in sample.TryGetProperty(language.Code, out var own) ? TemplateModel.Members(own) : [])
        {
            data[key] = value;
        }

        return data;
    }

    private void ReadArea(string folder)
    {
        var area = Path.GetFileName(folder);
        foreach (var file in Directory.GetFiles(folder, "*" + TemplateEnding))
        {
            sources.Add($"{new TemplateName(area, Path.GetFileNameWithoutExtension(file))}", File.ReadAllText(file));
        }

        foreach (var file in Directory.GetFiles(folder, "*" + SampleEnding))
        {
            samples.Add($"{new TemplateName(area, Path.GetFileName(file)[..^SampleEnding.Length])}", ReadJson(file));
        }
    }

    /// <summary>Files are named for their area and language: <c>mail.uk.json</c>.</summary>
    private void ReadTexts(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.json"))
        {
            if (Path.GetFileNameWithoutExtension(file).Split('.') is [var area, var code] && LanguageCode.Find(code) is { } language)
            {
                texts.Add((area, language.Code), new TemplateTexts(TemplateModel.Members(ReadJson(file)), language));
            }
        }
    }

    private static JsonElement ReadJson(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
