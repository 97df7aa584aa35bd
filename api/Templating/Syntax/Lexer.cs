namespace BillingHeadless.Templating.Syntax;

/// <summary>Cuts a template into tokens: text as it stands, and the words of its code blocks.</summary>
internal sealed partial class Lexer
{
    private readonly string _source;
    private readonly string _text;
    private readonly Limits _limits;
    private readonly List<Token> _tokens = [];
    private int _position;
    private int _lineStart;
    private int _line = 1;
    private int _lineCursor;

    private Lexer(string source, string text, Limits limits)
    {
        _source = source;
        _text = text;
        _limits = limits;
    }

    /// <summary>How white space next to a code block is treated.</summary>
    private enum Strip
    {
        None,

        /// <summary><c>~</c>: the rest of the line, with its end.</summary>
        Line,

        /// <summary><c>-</c>: all of it.</summary>
        All,
    }

    /// <summary>The tokens of a template.</summary>
    /// <exception cref="SyntaxException">A word is not of the language.</exception>
    public static List<Token> Tokenize(string source, string text, Limits limits)
    {
        var lexer = new Lexer(source, text, limits);
        lexer.ReadTemplate();
        return lexer._tokens;
    }

    private void ReadTemplate()
    {
        var strip = Strip.None;
        while (true)
        {
            var start = Skip(_position, strip);
            var brace = FindOpening(start < _position ? _position : start, out var percents);
            if (brace < 0)
            {
                AddText(start, _text.Length);
                break;
            }

            strip = percents > 0 ? ReadEscapeBlock(start, brace, percents) : ReadCodeBlock(start, brace);
        }

        _tokens.Add(new Token(TokenKind.EndOfFile, SpanAt(_text.Length, _text.Length)));
    }

    /// <summary>The next <c>{{</c> or <c>{%{</c>, and the number of its percent signs.</summary>
    private int FindOpening(int from, out int percents)
    {
        percents = 0;
        for (var index = from; ; index++)
        {
            var found = _text.AsSpan(index).IndexOf('{');
            if (found < 0) return -1;
            index += found;
            if (CharAt(index + 1) == '{') return index;
            percents = 0;
            while (CharAt(index + 1 + percents) == '%') percents++;
            if (percents > 0 && CharAt(index + 1 + percents) == '{') return index;
        }
    }

    private Strip ReadCodeBlock(int textStart, int brace)
    {
        var strip = StripAt(brace + 2);
        var textEnd = TrimEnd(textStart, brace, strip);
        AddText(textStart, textEnd);
        _position = brace + (strip == Strip.None ? 2 : 3);
        _tokens.Add(new Token(TokenKind.CodeEnter, SpanAt(brace, _position), strip == Strip.None ? Indent(textStart, textEnd) : null));
        return ReadCode();
    }

    /// <summary>The white space between the start of the line and a code block that begins there.</summary>
    private string? Indent(int textStart, int textEnd)
    {
        var start = textEnd;
        while (start > textStart && _text[start - 1] is ' ' or '\t') start--;
        var atLineStart = start == 0 || _text[start - 1] == '\n';
        return atLineStart && start < textEnd ? _text[start..textEnd] : null;
    }

    private Strip ReadEscapeBlock(int textStart, int brace, int percents)
    {
        var contentStart = brace + percents + 2;
        var strip = StripAt(contentStart);
        AddText(textStart, TrimEnd(textStart, brace, strip));
        if (strip != Strip.None) contentStart++;
        var closing = "}" + new string('%', percents) + "}";
        var contentEnd = _text.IndexOf(closing, contentStart, StringComparison.Ordinal);
        if (contentEnd < 0)
            throw Error(SpanAt(brace, contentStart), $"The closing `{closing}` of an escape block was not found");
        _position = contentEnd + closing.Length;
        var after = contentEnd > contentStart ? StripOf(_text[contentEnd - 1]) : Strip.None;
        AddText(contentStart, after == Strip.None ? contentEnd : contentEnd - 1);
        return after;
    }

    private void AddText(int start, int end)
    {
        if (end > start) _tokens.Add(new Token(TokenKind.Text, SpanAt(start, end), _text[start..end]));
    }

    private int Skip(int start, Strip strip)
    {
        if (strip == Strip.None) return start;
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            var lineEnds = _text[start++] == '\n';
            if (lineEnds && strip == Strip.Line) break;
        }

        return start;
    }

    private int TrimEnd(int start, int end, Strip strip)
    {
        if (strip == Strip.None) return end;
        while (end > start && char.IsWhiteSpace(_text[end - 1]) && (strip == Strip.All || _text[end - 1] is not ('\n' or '\r'))) end--;
        return end;
    }

    private Strip StripAt(int index) => StripOf(CharAt(index));

    private static Strip StripOf(char mark) => mark switch { '-' => Strip.All, '~' => Strip.Line, _ => Strip.None };

    private char CharAt(int index) => index < _text.Length ? _text[index] : '\0';

    /// <summary>Tokens are asked for in the order of the text, so the line is counted along.</summary>
    private SourceSpan SpanAt(int start, int end)
    {
        while (_lineCursor < start)
        {
            var found = _text.AsSpan(_lineCursor, start - _lineCursor).IndexOf('\n');
            if (found < 0)
            {
                _lineCursor = start;
                break;
            }

            _lineCursor += found + 1;
            _lineStart = _lineCursor;
            _line++;
        }

        return new SourceSpan(start, end, _line, start - _lineStart + 1);
    }

    private SyntaxException Error(SourceSpan span, string text) => new(_source, span, text);
}
