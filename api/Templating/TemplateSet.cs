using System.Diagnostics.CodeAnalysis;
using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating;

/// <summary>A template together with all that it includes by a written name.</summary>
internal sealed class TemplateSet(TemplateOptions options)
{
    private readonly Dictionary<string, Block?> _included = new(StringComparer.Ordinal);
    private readonly Queue<SourceText> _unread = new();

    public TemplateOptions Options { get; } = options;

    /// <summary>Characters of all included templates together.</summary>
    public int IncludedLength { get; private set; }

    /// <summary>Reads a template and what it includes.</summary>
    /// <exception cref="SyntaxException">One of them is not of the language.</exception>
    public Block Read(SourceText source)
    {
        var page = Parser.Parse(source, this);
        ReadRequired();
        return page;
    }

    /// <summary>Reads the templates that are needed.</summary>
    /// <exception cref="SyntaxException">One of them is not of the language.</exception>
    public void ReadRequired()
    {
        while (_unread.TryDequeue(out var included)) _included[included.Name] = Parser.Parse(included, this);
    }

    /// <summary>The included templates by name, all of them read.</summary>
    public IEnumerable<KeyValuePair<string, Block>> Included => _included.Select(one => KeyValuePair.Create(one.Key, one.Value!));

    public Block? Find(string name) => _included.GetValueOrDefault(name);

    /// <summary>Notes that a template is needed; false if it cannot be had.</summary>
    public bool TryRequire(string name, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (_included.ContainsKey(name)) return true;
        reason = ReasonAgainst(name, out var text);
        if (reason is not null) return false;
        _included[name] = null;
        IncludedLength += text!.Length;
        _unread.Enqueue(new SourceText(name, text));
        return true;
    }

    private string? ReasonAgainst(string name, out string? text)
    {
        text = null;
        if (Options.Include is null) return "Templates cannot be included here: no TemplateLoader registered";
        if (_included.Count >= Options.Limits.IncludedTemplates)
            return $"Exceeding the limit of `{Options.Limits.IncludedTemplates}` included templates";
        text = Options.Include(name);
        if (text is null) return $"The template `{name}` to include was not found";
        var limit = Options.Limits.SourceLength;
        return text.Length > limit ? $"Exceeding the limit of `{limit}` characters for the template `{name}`" : null;
    }
}
