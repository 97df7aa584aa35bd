namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Lexer
{
    /// <summary>Open braces of an object, so that <c>}}</c> may close two objects.</summary>
    private int _openBraces;

    private readonly Stack<Interpolation> _interpolations = new();

    private readonly record struct Interpolation(char Quote, int OpenBraces, SourceSpan Start);

    /// <summary>Reads up to and with the <c>}}</c> of a code block.</summary>
    private Strip ReadCode()
    {
        _openBraces = 0;
        _interpolations.Clear();
        while (true)
        {
            var spaceBefore = SkipBlanks();
            if (_position >= _text.Length)
            {
                if (_interpolations.TryPeek(out var open)) throw UnclosedInterpolation(open);
                return Strip.None;
            }

            if (TryReadExit(out var strip)) return strip;
            if (_text[_position] == '#') SkipComment();
            else ReadToken(spaceBefore);
        }
    }

    private bool SkipBlanks()
    {
        var start = _position;
        while (_position < _text.Length && _text[_position] != '\n' && char.IsWhiteSpace(_text[_position])) _position++;
        return _position > start;
    }

    private bool TryReadExit(out Strip strip)
    {
        strip = Strip.None;
        if (_openBraces > 0 || _interpolations.Count > 0 || !IsExit(_position, out strip)) return false;
        var start = _position;
        _position += strip == Strip.None ? 2 : 3;
        _tokens.Add(new Token(TokenKind.CodeExit, SpanAt(start, _position)));
        return true;
    }

    private bool IsExit(int index, out Strip strip)
    {
        strip = StripAt(index);
        if (strip != Strip.None) index++;
        return CharAt(index) == '}' && CharAt(index + 1) == '}';
    }

    /// <summary>A comment ends with its line, or with <c>##</c> if it began so, and always at the end of the code block.</summary>
    private void SkipComment()
    {
        _position++;
        var multiline = CharAt(_position) == '#';
        if (multiline) _position++;
        while (_position < _text.Length && !IsExit(_position, out _))
        {
            if (!multiline && _text[_position] == '\n') return;
            if (multiline && _text[_position] == '#' && CharAt(_position + 1) == '#')
            {
                _position += 2;
                return;
            }

            _position++;
        }
    }

    private void ReadToken(bool spaceBefore)
    {
        var start = _position;
        var first = _text[start];
        if (first == '$' && CharAt(start + 1) is '"' or '\'') ReadInterpolationStart(spaceBefore);
        else if (char.IsLetter(first) || first is '_' or '$') ReadIdentifier(spaceBefore);
        else if (char.IsAsciiDigit(first)) ReadNumber(spaceBefore);
        else if (first is '"' or '\'') ReadString(spaceBefore);
        else if (first == '`') ReadVerbatimString(spaceBefore);
        else if (first == '}' && _interpolations.TryPeek(out var open) && open.OpenBraces == _openBraces) ReadInterpolationRest();
        else if (first == '\n' && _interpolations.TryPeek(out var unclosed) && _openBraces == unclosed.OpenBraces)
            throw UnclosedInterpolation(unclosed);
        else ReadPunctuation(spaceBefore);
    }

    private void ReadIdentifier(bool spaceBefore)
    {
        var start = _position;
        var isLocal = _text[start] == '$';
        if (isLocal)
        {
            _position++;
            if (CharAt(_position) == '$') _position++;
        }

        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_')) _position++;
        if (IsEmptyQuestion(start)) _position++;
        var name = string.Intern(_text[(isLocal ? start + 1 : start).._position]);
        Add(isLocal ? TokenKind.LocalIdentifier : TokenKind.Identifier, start, spaceBefore, name);
    }

    /// <summary><c>.empty?</c> is the one name with a question mark.</summary>
    private bool IsEmptyQuestion(int start) =>
        CharAt(_position) == '?' && CharAt(_position + 1) is not ('.' or '?' or '!')
        && _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Dot or TokenKind.OptionalDot
        && _text.AsSpan(start, _position - start).SequenceEqual("empty");

    private void ReadPunctuation(bool spaceBefore)
    {
        var start = _position;
        var (kind, length) = Punctuation.At(_text, start);
        if (length == 0) throw Error(SpanAt(start, start + 1), $"Unexpected character `{_text[start]}`");
        if (kind == TokenKind.OpenBrace) _openBraces++;
        if (kind == TokenKind.CloseBrace && _openBraces > 0) _openBraces--;
        _position += length;
        Add(kind, start, spaceBefore);
    }

    private void Add(TokenKind kind, int start, bool spaceBefore, object? value = null) =>
        _tokens.Add(new Token(kind, SpanAt(start, _position), value, spaceBefore));
}
