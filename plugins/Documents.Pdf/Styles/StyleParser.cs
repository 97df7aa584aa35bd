using System.Text.RegularExpressions;

namespace BillingHeadless.Plugins.Documents.Pdf.Styles;

/// <summary>Reads declarations and simple style sheets; reports what is outside the subset with its place in the text.</summary>
internal sealed partial class StyleParser(Action<int, string> report)
{
    /// <summary>Reads <c>name: value; name: value</c>.</summary>
    public List<Declaration> ReadDeclarations(string text, int start = 0)
    {
        var declarations = new List<Declaration>();
        foreach (var range in text.AsSpan().Split(';'))
        {
            var (from, length) = range.GetOffsetAndLength(text.Length);
            if (ReadDeclaration(text.Substring(from, length), start + from) is { } declaration)
            {
                declarations.Add(declaration);
            }

            if (declarations.Count > Limits.DeclarationsPerRule)
            {
                report(start + from, $"A style may have at most {Limits.DeclarationsPerRule} properties.");
                break;
            }
        }

        return declarations;
    }

    /// <summary>Reads rules such as <c>td.sum, .total { text-align: right }</c>; comments are skipped.</summary>
    public StyleSheet ReadSheet(string text)
    {
        var sheet = Comment().Replace(text, comment => new string(' ', comment.Length));
        var rules = new List<StyleRule>();
        for (var at = 0; at < sheet.Length && rules.Count < Limits.StyleRules;)
        {
            var open = sheet.IndexOf('{', at);
            var close = open < 0 ? -1 : sheet.IndexOf('}', open);
            if (close < 0)
            {
                ReportRest(sheet, at);
                return new StyleSheet(rules);
            }

            var declarations = ReadDeclarations(sheet[(open + 1)..close], open + 1);
            AddRules(rules, sheet[at..open], at, declarations);
            at = close + 1;
        }

        if (rules.Count >= Limits.StyleRules)
        {
            report(0, $"A document may have at most {Limits.StyleRules} style rules.");
        }

        return new StyleSheet(rules);
    }

    [GeneratedRegex(@"/\*.*?(\*/|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<element>[a-z][a-z0-9]*)?(\.(?<class>[A-Za-z_][A-Za-z0-9_-]*))?$")]
    private static partial Regex Selector();

    private Declaration? ReadDeclaration(string text, int start)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        start += text.Length - text.TrimStart().Length;
        var colon = text.IndexOf(':');
        var name = (colon < 0 ? text : text[..colon]).Trim().ToLowerInvariant();
        if (colon < 0)
        {
            report(start, $"'{Shortened(name)}' is not a style: write 'name: value'.");
            return null;
        }

        return ReadValue(name, text[(colon + 1)..].Trim(), start);
    }

    /// <summary>Tried on a plain style, so that a mistake is reported where it stands even if no element uses it.</summary>
    private Declaration? ReadValue(string name, string value, int start)
    {
        var declaration = new Declaration(name, value.ToLowerInvariant(), start);
        if (StyleProperties.Find(name) is not { } apply)
        {
            report(start, $"The style property '{Shortened(name)}' is not in the document subset.");
            return null;
        }

        if (apply(Style.Initial, declaration.Value) is not null)
        {
            return declaration;
        }

        report(start, $"The value '{Shortened(value)}' of '{name}' is not in the document subset.");
        return null;
    }

    private void AddRules(List<StyleRule> rules, string selectors, int start, List<Declaration> declarations)
    {
        foreach (var range in selectors.AsSpan().Split(','))
        {
            if (rules.Count >= Limits.StyleRules)
            {
                return;
            }

            var selector = selectors[range].Trim();
            var match = Selector().Match(selector);
            if (selector.Length > 0 && match.Success)
            {
                rules.Add(new StyleRule(Group(match, "element"), Group(match, "class"), declarations));
            }
            else
            {
                report(
                    start + selectors.Length - selectors.TrimStart().Length,
                    $"The selector '{Shortened(selector)}' is not in the document subset: name an element, a class, or element.class.");
            }
        }
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;

    private void ReportRest(string sheet, int at)
    {
        var rest = sheet[at..];
        if (!string.IsNullOrWhiteSpace(rest))
        {
            report(at + rest.Length - rest.TrimStart().Length, "A style rule is written 'selector { name: value }'.");
        }
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
