using System.Text.Json;
using BillingHeadless.Templating;
using BillingHeadless.Tests.Documents.Pdf.Support;

namespace BillingHeadless.Tests.Documents.Pdf.Templates;

/// <summary>A document template of the repository with its sample data in one language.</summary>
internal sealed class DocumentSample
{
    private static readonly string Folder = FindFolder();

    private readonly string source;
    private readonly string language;

    public DocumentSample(string name, string language)
    {
        this.language = language;
        source = File.ReadAllText(Path.Combine(Folder, "documents", $"{name}.html"));
        var sample = (Dictionary<string, object?>)ReadJson($"documents/{name}.sample.json")!;
        Data = new Dictionary<string, object?>((Dictionary<string, object?>)sample["common"]!);
        foreach (var (key, value) in (Dictionary<string, object?>)sample[language]!)
        {
            Data[key] = value;
        }

        Data["texts"] = ReadJson($"texts/documents.{language}.json");
    }

    public Dictionary<string, object?> Data { get; }

    public List<object?> Lines => (List<object?>)Data["lines"]!;

    /// <summary>A value by its path, such as <c>seller.iban</c>.</summary>
    public string Text(string path) => (string)path.Split('.').Aggregate((object?)Data, (value, name) => ((Dictionary<string, object?>)value!)[name])!;

    /// <summary>All words of a part of the data.</summary>
    public IEnumerable<string> Texts(string name) => TextsOf(Data[name]);

    public string Render(Func<string, string>? change = null)
    {
        var template = Template.Parse(change is null ? source : change(source), new TemplateOptions { Escape = Escape.Html, Name = "document" });
        Assert.True(!template.HasErrors, string.Join('\n', template.Messages));
        return template.Render(Data);
    }

    public Task<PdfBytes> PrintAsync() => Requests.PrintAsync(Render(), language);

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        string text => [text],
        Dictionary<string, object?> members => members.Values.SelectMany(TextsOf),
        List<object?> items => items.SelectMany(TextsOf),
        _ => [],
    };

    private static object? ReadJson(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, path)));
        return ValueOf(json.RootElement);
    }

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(member => member.Name, member => ValueOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToList(),
        JsonValueKind.String => element.GetString(),
        _ => throw new InvalidOperationException($"Sample data are texts, lists and objects, not {element.ValueKind}."),
    };

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BillingHeadless.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return Path.Combine(folder.FullName, "templates");
    }
}
