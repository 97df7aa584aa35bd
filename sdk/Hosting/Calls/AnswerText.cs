using System.Net.Http.Headers;
using System.Text;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>The edge at which every text of a plugin's answer is measured: behind it, texts are short enough to be stored, shown and sent.</summary>
internal static class AnswerText
{
    private const int LeastStatus = 200;
    private const int LargestStatus = 599;

    public static string Name(string? text, string what) => Bounded(text, HostingLimits.AnswerNameLength, what);

    public static string Sentence(string? text, string what) => Bounded(text, HostingLimits.AnswerTextLength, what);

    public static string Field(string? text, string what) => Bounded(text, HostingLimits.AnswerFieldLength, what);

    public static string? NameIfAny(string? text, string what) => text is null ? null : Name(text, what);

    public static string? SentenceIfAny(string? text, string what) => text is null ? null : Sentence(text, what);

    /// <summary>The text, when it is one and not too long. What no database can hold and no page can show is no text.</summary>
    /// <exception cref="PluginRefusedException">It is missing, too long, or no text.</exception>
    public static string Bounded(string? text, int longest, string what)
    {
        if (text is null)
        {
            throw Missing(what);
        }

        if (text.Length > longest)
        {
            throw new PluginRefusedException($"In the plugin's answer the {what} has more than {longest} characters.");
        }

        return IsText(text) ? text : throw new PluginRefusedException($"In the plugin's answer the {what} is no text: it has a zero or half a sign in it.");
    }

    /// <summary>What is told of a card: its last digits at most. What could be more of its number is left out; the money counts all the same.</summary>
    public static string? Mask(string? digits) => digits is { Length: <= HostingLimits.CardDigits } && digits.All(char.IsAsciiDigit) ? digits : null;

    /// <summary>A copy, since a plugin can derive a class of its own from <see cref="Uri"/>.</summary>
    public static Uri Address(Uri? url)
    {
        var text = Bounded(url?.OriginalString, HostingLimits.AnswerAddressLength, "address");

        // Where paths begin with a slash, "/relative" counts as the absolute address of a file.
        return Uri.TryCreate(text, UriKind.Absolute, out var copy) && !copy.IsFile
            ? copy
            : throw new PluginRefusedException("The plugin answered with an address that is not absolute.");
    }

    /// <summary>What HTTP allows a provider to be answered.</summary>
    public static Gateways.InboundReply Reply(Gateways.InboundReply? reply)
    {
        if (reply is null)
        {
            throw Missing("reply");
        }

        if (reply.Status is < LeastStatus or > LargestStatus || !IsMediaType(Name(reply.ContentType, "media type")))
        {
            throw new PluginRefusedException($"The plugin answered with a reply that HTTP does not know: status {reply.Status}, media type {reply.ContentType}.");
        }

        var body = Bounded(reply.Body, HostingLimits.ReplyLength, "reply");
        return body.Length == 0 || !IsWithoutBody(reply.Status)
            ? reply
            : throw new PluginRefusedException($"The plugin answered with a reply of status {reply.Status}, which has no body, and a body.");
    }

    public static PluginRefusedException Missing(string what) => new($"The plugin answered without the {what} that the contract demands.");

    private static bool IsMediaType(string text) => Ascii.IsValid(text) && MediaTypeHeaderValue.TryParse(text, out _);

    private static bool IsWithoutBody(int status) => status is 204 or 205 or 304;

    private static bool IsText(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (text[index] == '\0' || char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }
}
