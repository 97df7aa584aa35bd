using System.Globalization;
using System.Numerics;
using System.Text;

namespace BillingHeadless.Templating.Syntax;

internal sealed partial class Lexer
{
    private void ReadString(bool spaceBefore)
    {
        var start = _position;
        var quote = _text[_position++];
        var value = ReadQuoted(quote, start, interpolated: false);
        Add(TokenKind.String, start, spaceBefore, value);
    }

    private void ReadVerbatimString(bool spaceBefore)
    {
        var start = _position++;
        var value = new StringBuilder();
        while (true)
        {
            var end = _position >= _text.Length ? -1 : _text.IndexOf('`', _position);
            if (end < 0)
                throw Error(SpanAt(start, start + 1), "Unexpected end of file while parsing a verbatim string not terminated by a `");
            value.Append(_text, _position, end - _position);
            _position = end + 1;
            if (CharAt(_position) != '`') break;
            value.Append('`');
            _position++;
        }

        Add(TokenKind.String, start, spaceBefore, value.ToString());
    }

    private void ReadInterpolationStart(bool spaceBefore)
    {
        var start = _position;
        var quote = _text[start + 1];
        _position += 2;
        var text = ReadQuoted(quote, start, interpolated: true);
        if (_text[_position - 1] == quote)
        {
            Add(TokenKind.String, start, spaceBefore, text);
            return;
        }

        _interpolations.Push(new Interpolation(quote, _openBraces, SpanAt(start, _position)));
        Add(TokenKind.InterpolationStart, start, spaceBefore, text);
    }

    private void ReadInterpolationRest()
    {
        var start = _position++;
        var quote = _interpolations.Peek().Quote;
        var text = ReadQuoted(quote, start, interpolated: true);
        var ends = _text[_position - 1] == quote;
        if (ends) _interpolations.Pop();
        Add(ends ? TokenKind.InterpolationEnd : TokenKind.InterpolationMiddle, start, spaceBefore: false, text);
    }

    /// <summary>Reads the characters of a string up to and with its quote, or the <c>{</c> of an interpolated expression.</summary>
    private string ReadQuoted(char quote, int start, bool interpolated)
    {
        var value = new StringBuilder();
        while (_position < _text.Length)
        {
            var current = _text[_position++];
            if (current == quote || (interpolated && current == '{')) return value.ToString();
            value.Append(current == '\\' ? ReadEscape(interpolated) : current);
        }

        throw Error(SpanAt(start, start + 1), $"Unexpected end of file while parsing a string not terminated by a {quote}");
    }

    private char ReadEscape(bool interpolated)
    {
        var escape = CharAt(_position++);
        switch (escape)
        {
            case '\'' or '"' or '\\': return escape;
            case '\n': return '\n';
            case '0': return '\0';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'v': return '\v';
            case 'u': return ReadHexEscape(4);
            case 'x': return ReadHexEscape(2);
            case '{' or '}' when interpolated: return escape;
            default: throw Error(SpanAt(_position - 2, _position), $"Unexpected escape character `{escape}` in string");
        }
    }

    private char ReadHexEscape(int digits)
    {
        var value = 0;
        for (var digit = 0; digit < digits; digit++, _position++)
        {
            if (!char.IsAsciiHexDigit(CharAt(_position)))
                throw Error(SpanAt(_position, _position + 1),
                    $"Unexpected hex number following `\\`. Expecting {digits} hexadecimal digits");
            value = (value * 16) + Convert.ToInt32(_text[_position].ToString(), 16);
        }

        return (char)value;
    }

    private void ReadNumber(bool spaceBefore)
    {
        var start = _position;
        var radix = CharAt(start + 1) is 'x' or 'X' ? 16 : CharAt(start + 1) is 'b' or 'B' ? 2 : 10;
        var value = radix != 10 && _text[start] == '0' ? ReadPrefixed(radix) : ReadDecimal();
        Add(TokenKind.Number, start, spaceBefore, value);
    }

    private object ReadPrefixed(int radix)
    {
        var start = _position;
        _position += 2;
        BigInteger value = 0;
        var digits = 0;
        for (; _position < _text.Length; _position++)
        {
            var current = _text[_position];
            if (current == '_') continue;
            if (!(radix == 16 ? char.IsAsciiHexDigit(current) : current is '0' or '1')) break;
            if (++digits * 4 > _limits.IntegerBits) throw TooLarge(start);
            value = (value * radix) + Convert.ToInt32(current.ToString(), 16);
        }

        if (digits == 0) throw Error(SpanAt(start, _position), "Invalid number: no digit found after its prefix");
        if (CharAt(_position) is not ('u' or 'U')) return AsSigned(value);
        _position++;
        return Runtime.Integers.Smallest(value);
    }

    /// <summary>Without a <c>u</c>, a number as wide as an integer fills its sign bit.</summary>
    private static object AsSigned(BigInteger value)
    {
        if (value <= uint.MaxValue) return unchecked((int)(uint)value);
        return value <= ulong.MaxValue ? unchecked((long)(ulong)value) : value;
    }

    private object ReadDecimal()
    {
        var start = _position;
        SkipDigits();
        var isInteger = true;
        if (CharAt(_position) == '.' && char.IsAsciiDigit(CharAt(_position + 1)))
        {
            isInteger = false;
            _position++;
            SkipDigits();
        }

        if (CharAt(_position) is 'e' or 'E' && IsExponent(_position + 1))
        {
            isInteger = false;
            _position += 2;
            SkipDigits();
        }

        var digits = _text[start.._position].Replace("_", "");
        var suffix = char.ToLowerInvariant(CharAt(_position));
        if (suffix is not ('f' or 'd' or 'm') || char.IsLetterOrDigit(CharAt(_position + 1))) suffix = '\0';
        if (suffix != '\0') _position++;
        return Number(digits, suffix, isInteger, start);
    }

    private bool IsExponent(int index) =>
        char.IsAsciiDigit(CharAt(index)) || (CharAt(index) is '+' or '-' && char.IsAsciiDigit(CharAt(index + 1)));

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(CharAt(_position)) || (CharAt(_position) == '_' && char.IsAsciiDigit(CharAt(_position + 1)))) _position++;
    }

    private object Number(string digits, char suffix, bool isInteger, int start)
    {
        const NumberStyles Style = NumberStyles.Float;
        var culture = CultureInfo.InvariantCulture;
        if (suffix == 'm')
            return decimal.TryParse(digits, Style, culture, out var exact) ? exact : throw TooLarge(start);
        if (suffix == 'f') return float.Parse(digits, Style, culture);
        if (suffix == 'd' || !isInteger) return double.Parse(digits, Style, culture);
        if (int.TryParse(digits, Style, culture, out var number)) return number;
        if (long.TryParse(digits, Style, culture, out var longer)) return longer;
        if (digits.Length * 10L > _limits.IntegerBits * 3L) throw TooLarge(start);
        return BigInteger.Parse(digits, NumberStyles.None, culture);
    }

    private SyntaxException TooLarge(int start) => Error(SpanAt(start, _position), "The number is too large");

    private SyntaxException UnclosedInterpolation(Interpolation open) =>
        Error(open.Start, "Opened interpolated expression not closed on the same line.");
}
