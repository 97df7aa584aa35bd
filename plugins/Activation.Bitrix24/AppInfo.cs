using System.Net;
using System.Text.Json;

namespace BillingHeadless.Plugins.Activation.Bitrix24;

/// <summary>
/// An answer to <c>app.info</c>. Either there is a failure, or the token is good; then the member id and the address are
/// those that the answer names, if it does. The fields of a portal's answer are documented, and the id is not among them; the
/// authorization server's are not (README.md), so its id and address are looked for wherever they are known to stand.
/// </summary>
internal sealed record AppInfo(ConfirmationOutcome? Failure, string? MemberId = null, string? Portal = null)
{
    // The answers that mean "this token is not good", as opposed to "not now".
    private static readonly HashSet<string> RefusedTokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "expired_token", "invalid_token", "wrong_token", "invalid_grant", "no_auth_found", "access_denied",
    };

    public static AppInfo Unavailable(string reason) => new(new ConfirmationUnavailable(reason));

    public static AppInfo Read(HttpStatusCode status, byte[] body, string who)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(status, document.RootElement, who);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The second is a text of half a surrogate pair.
            return Unavailable($"{who} answered {(int)status} with something that is not JSON.");
        }
    }

    private static AppInfo Read(HttpStatusCode status, JsonElement root, string who)
    {
        if (Text(root, "error") is { } error)
        {
            return RefusedTokens.Contains(error)
                ? new AppInfo(new PortalRefused($"{who} does not accept the AUTH_ID: {Code(error)}."))
                : Unavailable($"{who} answered {(int)status}: {Code(error)}.");
        }

        if (status != HttpStatusCode.OK || Member(root, "result") is not { ValueKind: JsonValueKind.Object } result)
        {
            return Unavailable($"{who} answered {(int)status} without a result.");
        }

        var install = Member(result, "install") ?? result;
        return new AppInfo(null, Text(install, "member_id") ?? Text(result, "member_id"), PortalOf(install));
    }

    private static string? PortalOf(JsonElement install)
    {
        var endpoint = Text(install, "client_endpoint");
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var url) ? url.IdnHost.ToLowerInvariant() : null;
    }

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    // Portals write names in capitals, the authorization server in small letters.
    private static JsonElement? Member(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in parent.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return null;
    }

    // A code ends in messages: only what a code can be.
    private static string Code(string error)
    {
        const int Longest = 60;
        return new string([.. error.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_').Take(Longest)]);
    }
}
