using BillingHeadless.Domain.Language;

namespace BillingHeadless.Server.Templates;

/// <summary>The words of one area in one language, as a tree: a template reads <c>texts.act.title</c>.</summary>
public sealed class TemplateTexts(IReadOnlyDictionary<string, object?> words, LanguageCode language)
{
    public IReadOnlyDictionary<string, object?> Words => words;

    /// <summary>One text by its path, for example <c>act.title</c>, with <c>{name}</c> in it replaced.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text: all languages have the same.</exception>
    public string Text(string path, params ReadOnlySpan<(string Name, string Value)> values) =>
        Find(path) is { } text ? Fill(text, values) : throw NotFound(path);

    /// <summary>The same as it stands, or null when there is no such text.</summary>
    public string? Find(string path)
    {
        object? node = words;
        foreach (var step in path.Split('.'))
        {
            node = (node as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(step);
        }

        return node as string;
    }

    /// <summary>A text that depends on a count: the node has a form for <c>one</c>, <c>few</c>, <c>many</c> and <c>other</c> as the language needs them.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string Counted(string path, long count)
    {
        var category = Plural.Of(count, language) switch
        {
            PluralCategory.One => "one",
            PluralCategory.Few => "few",
            PluralCategory.Many => "many",
            _ => "other",
        };
        return Text($"{path}.{category}", ("count", NumberText.Of(count, language)));
    }

    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private KeyNotFoundException NotFound(string path) => new($"There is no text '{path}' in '{language}'.");
}
