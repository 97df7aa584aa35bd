using System.Text;
using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Finds the glyph of every character and the places where a line may end.</summary>
internal sealed class TextShaper(FontChain fonts)
{
    private const int ZeroWidthSpace = 0x200B;

    private readonly List<Character> characters = [];
    private readonly List<Word> words = [];
    private int wordStart;
    private Style? pendingSpace;

    public static ShapedText Shape(IReadOnlyList<Inline> content, FontChain fonts)
    {
        var shaper = new TextShaper(fonts);
        foreach (var part in content)
        {
            shaper.Add(part);
        }

        shaper.EndWord(endsLine: false, style: null);
        return new ShapedText(shaper.characters, shaper.words);
    }

    private void Add(Inline part)
    {
        switch (part)
        {
            case TextRun run:
                foreach (var rune in run.Text.EnumerateRunes())
                {
                    Add(rune, run.Style);
                }

                break;
            case LineBreak lineBreak:
                pendingSpace = null;
                EndWord(endsLine: true, lineBreak.Style);
                break;
            case InlinePicture picture:
                EndWord(endsLine: false, style: null);
                words.Add(new Word(picture.Style, characters.Count, characters.Count, 0) { Picture = picture });
                break;
        }
    }

    private void Add(Rune rune, Style style)
    {
        if (rune.Value is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            pendingSpace ??= style;
        }
        else if (rune.Value == ZeroWidthSpace)
        {
            EndWord(endsLine: false, style: null);
        }
        else if (!IsInvisible(rune))
        {
            AddVisible(rune, style);
        }
    }

    /// <summary>Spaces run together and vanish at the ends of a line; where lines are kept, one is part of the word.</summary>
    private void AddVisible(Rune rune, Style style)
    {
        if (pendingSpace is { KeepsLines: true } kept && characters.Count > wordStart)
        {
            characters.Add(Shape(new Rune(' '), kept));
        }
        else if (pendingSpace is not null || IsBreakAfterHyphen(rune))
        {
            EndWord(endsLine: false, style: null);
        }

        pendingSpace = null;
        if (characters.Count > wordStart && Composition.Join(characters[^1].Glyph.Codepoint, rune.Value) is { } joined)
        {
            characters[^1] = Shape(new Rune(joined), characters[^1].Style);
            return;
        }

        characters.Add(Shape(rune, style));
    }

    /// <summary>In <c>up-to-date</c>, but not in a number such as <c>2026-000042</c>.</summary>
    private bool IsBreakAfterHyphen(Rune next) =>
        Rune.IsLetter(next)
        && characters.Count - wordStart >= 2
        && characters[^1].Glyph.Codepoint is '-' or 0x2010
        && Rune.IsLetter(new Rune(characters[^2].Glyph.Codepoint));

    private Character Shape(Rune rune, Style style)
    {
        var (face, glyph) = fonts.Find(rune.Value, style.Bold, style.Italic);
        if (glyph == 0 && rune.Value is 0x00A0 or 0x202F)
        {
            (face, glyph) = fonts.Find(' ', style.Bold, style.Italic);
        }

        return new Character(style, face, new SubsetGlyph(glyph, rune.Value), face.Advance(glyph, style.FontSize));
    }

    private void EndWord(bool endsLine, Style? style)
    {
        var space = pendingSpace;
        pendingSpace = null;
        if (characters.Count == wordStart && !endsLine)
        {
            AddSpaceBehindPicture(space);
            return;
        }

        var end = characters.Count;
        var word = new Word(style ?? characters[^1].Style, wordStart, end, WidthFrom(wordStart));
        words.Add(word with { EndsLine = endsLine, Space = space is null ? 0 : AddSpaceCharacter(space) });
        wordStart = characters.Count;
    }

    private int WidthFrom(int start)
    {
        var width = 0;
        for (var i = start; i < characters.Count; i++)
        {
            width += characters[i].Advance;
        }

        return width;
    }

    private void AddSpaceBehindPicture(Style? space)
    {
        if (space is null || words.Count == 0 || words[^1].Picture is null)
        {
            return;
        }

        words[^1] = words[^1] with { Space = AddSpaceCharacter(space) };
        wordStart = characters.Count;
    }

    private int AddSpaceCharacter(Style style)
    {
        characters.Add(Shape(new Rune(' '), style));
        return characters[^1].Advance;
    }

    /// <summary>Controls, soft hyphens, joiners, marks of direction: nothing of them is printed.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x00AD or (>= 0x200C and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064) or 0xFEFF;
}
