using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>What a mail's HTML says, for a reader without HTML: blocks become lines, links show their address. Its title is the mail's subject.</summary>
public static partial class PlainText
{
    private const string Title = "title";

    private static readonly HashSet<string> Unread = ["head", "style", "script", Title];
    private static readonly HashSet<string> Lines = ["div", "tr", "li", "br"];
    private static readonly HashSet<string> Apart = ["p", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr", "blockquote"];

    public static string TitleOf(string html)
    {
        var reader = new MarkupReader(html);
        var (title, inside) = (new StringBuilder(), false);
        while (reader.Read())
        {
            if (reader.IsTag && reader.Name == Title)
            {
                inside = !reader.IsEnd;
            }
            else if (inside && !reader.IsTag)
            {
                title.Append(reader.Content);
            }
        }

        return Decode(title.ToString()).Trim();
    }

    public static string Of(string html)
    {
        var reader = new MarkupReader(html);
        var (text, unread, address) = (new StringBuilder(), 0, "");
        while (reader.Read())
        {
            if (reader.IsTag && Unread.Contains(reader.Name))
            {
                unread = Math.Max(0, unread + (reader.IsEnd ? -1 : 1));
            }
            else if (unread == 0 && reader.IsTag)
            {
                address = AppendTag(text, reader, address);
            }
            else if (unread == 0)
            {
                text.Append(Decode(Whitespace().Replace(reader.Content.ToString(), " ")));
            }
        }

        return Tidy(text.ToString());
    }

    /// <summary>Answers the address of the link that is open.</summary>
    private static string AppendTag(StringBuilder text, MarkupReader tag, string address)
    {
        if (tag.Name == "a" && !tag.IsEnd)
        {
            return HrefOf(tag.Content.ToString());
        }

        if (tag.Name == "a")
        {
            AppendAddress(text, address);
            return "";
        }

        text.Append(tag switch
        {
            _ when Apart.Contains(tag.Name) => "\n\n",
            { IsEnd: false, Name: "li" } => "\n- ",
            { IsEnd: false } when Lines.Contains(tag.Name) => "\n",
            { Name: "td" or "th" } => " ",
            _ => "",
        });
        return address;
    }

    /// <summary>Not once more where the link's text is its address already.</summary>
    private static void AppendAddress(StringBuilder text, string address)
    {
        var bare = address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("tel:", StringComparison.Ordinal);
        if (address.Length > 0 && !bare && !text.ToString().TrimEnd().EndsWith(address, StringComparison.Ordinal))
        {
            text.Append(": ").Append(address).Append(' ');
        }
    }

    private static string HrefOf(string tag) => Href().Match(tag) is { Success: true } match ? Decode(match.Groups[1].Value) : "";

    private static string Decode(string text) => WebUtility.HtmlDecode(text);

    private static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(line => Whitespace().Replace(line, " ").Trim());
        return EmptyLines().Replace(string.Join('\n', lines), "\n\n").Trim() + "\n";
    }

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Whitespace();

    [GeneratedRegex("\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"href\s*=\s*""([^""]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
