namespace BillingHeadless.Server.Platform.Mail;

/// <summary>Goes through HTML piece by piece: texts and tags, in order. It never fails: what is no tag is text.</summary>
public ref struct MarkupReader(string html)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private int position;

    /// <summary>Whether the piece is a tag; otherwise it is text.</summary>
    public bool IsTag { get; private set; }

    /// <summary>Whether the tag ends an element.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>The tag's name in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The text, or what stands between the angle brackets.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    public bool Read()
    {
        if (position >= html.Length)
        {
            return false;
        }

        IsTag = StartsTag(position);
        if (IsTag)
        {
            ReadTag();
        }
        else
        {
            ReadText();
        }

        return true;
    }

    private readonly bool StartsTag(int at) =>
        html[at] == '<' && at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private void ReadTag()
    {
        var end = html.AsSpan(position).StartsWith("<!--") ? EndOf("-->") : EndOfTag();
        Content = html.AsSpan(position + 1, Math.Max(0, end - position - 2));
        IsEnd = Content.StartsWith("/");
        var name = IsEnd ? Content[1..] : Content;
        var length = name.IndexOfAnyExcept(Letters);
        Name = (length < 0 ? name : name[..length]).ToString().ToLowerInvariant();
        position = end;
    }

    private void ReadText()
    {
        var start = position++;
        while (position < html.Length && !StartsTag(position))
        {
            position++;
        }

        Content = html.AsSpan(start, position - start);
    }

    /// <summary>Behind the closing bracket; one in quotes does not close.</summary>
    private readonly int EndOfTag()
    {
        var quote = '\0';
        for (var i = position; i < html.Length; i++)
        {
            var letter = html[i];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '>')
            {
                return i + 1;
            }
        }

        return html.Length;
    }

    private readonly int EndOf(string mark) =>
        html.IndexOf(mark, position, StringComparison.Ordinal) is var found && found >= 0 ? found + mark.Length : html.Length;
}
