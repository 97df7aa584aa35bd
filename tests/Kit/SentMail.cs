using System.Text;
using System.Text.RegularExpressions;

namespace BillingHeadless.Tests.Kit;

/// <summary>A mail from the outbox folder, read back as any mail program reads it.</summary>
public sealed partial record SentMail(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<MailPart> Parts)
{
    public string To => Headers["To"];

    public string From => Headers["From"];

    public string Subject => Headers["Subject"];

    public string Text => Encoding.UTF8.GetString(Parts.First(part => part.MediaType == "text/plain").Content);

    public string Html => Encoding.UTF8.GetString(Parts.First(part => part.MediaType == "text/html").Content);

    public IEnumerable<MailPart> Attachments => Parts.Where(part => part.FileName is not null);

    /// <summary>The mails in a data directory, in the order in which they were planned.</summary>
    public static IReadOnlyList<SentMail> In(string dataDirectory)
    {
        var folder = Path.Combine(dataDirectory, "outbox");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => Read(File.ReadAllText(file)))]
            : [];
    }

    private static SentMail Read(string text)
    {
        var (headers, body) = Split(text);
        return new SentMail(headers, [.. PartsOf(headers, body)]);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var end = lines.IndexOf("\n\n", StringComparison.Ordinal);
        var head = FoldedLine().Replace(end < 0 ? lines : lines[..end], " ");
        var headers = head.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => Decode(parts[1].Trim()), StringComparer.OrdinalIgnoreCase);
        return (headers, end < 0 ? "" : lines[(end + 2)..]);
    }

    private static IEnumerable<MailPart> PartsOf(Dictionary<string, string> headers, string body)
    {
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (Boundary().Match(type) is not { Success: true } boundary)
        {
            return [new MailPart(type.Split(';')[0], FileName().Match(type) is { Success: true } name ? name.Groups[1].Value : null, Bytes(headers, body))];
        }

        return body.Split($"--{boundary.Groups[1].Value}")[1..^1].SelectMany(part =>
        {
            var (inner, content) = Split(part.TrimStart('\n'));
            return PartsOf(inner, content);
        });
    }

    private static byte[] Bytes(Dictionary<string, string> headers, string body) =>
        headers.GetValueOrDefault("Content-Transfer-Encoding") == "base64" ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);

    private static string Decode(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "?==?"),
        match => Encoding.UTF8.GetString(match.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(match.Groups[2].Value) : Unquote(match.Groups[2].Value)));

    private static byte[] Unquote(string text) => Encoding.Latin1.GetBytes(
        QuotedByte().Replace(text.Replace('_', ' '), match => $"{(char)Convert.ToByte(match.Groups[1].Value, 16)}"));

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex FoldedLine();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex QuotedByte();

    [GeneratedRegex("""boundary="?([^";]+)"?""")]
    private static partial Regex Boundary();

    [GeneratedRegex("""name="?([^";]+)"?""")]
    private static partial Regex FileName();
}

/// <summary>A body or an attachment.</summary>
public sealed record MailPart(string MediaType, string? FileName, byte[] Content);
