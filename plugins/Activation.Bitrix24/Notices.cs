using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BillingHeadless.Plugins.Activation.Bitrix24;

/// <summary>
/// Tells the vendor's application what became of a licence: a POST of JSON, signed as Standard Webhooks says, so that it can be checked
/// with any library for that. The same notice has the same <c>webhook-id</c>.
/// </summary>
internal static class Notices
{
    private const string SecretPrefix = "whsec_";
    private const string Type = "licence.changed";
    private const int IdBytes = 16;

    public static async ValueTask<NoticeOutcome> SendAsync(LicenceNotice notice, IPluginHost host, CancellationToken cancel)
    {
        if (host.Settings.TextOrNull("noticeUrl") is not { } url)
        {
            return new NothingToNotify();
        }

        if (host.Settings.TextOrNull("noticeSecret") is not { } secret)
        {
            return new NoticeFailed("Set noticeSecret: a notice is never sent unsigned.");
        }

        try
        {
            using var request = Signed(notice, url, secret, host.Clock.GetUtcNow());
            using var response = await host.Http.SendAsync(request, cancel).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? new Notified()
                : new NoticeFailed($"The application answered {(int)response.StatusCode}; any 2xx would do, and redirects are not followed.");
        }
        catch (HttpRequestException)
        {
            return new NoticeFailed("The application could not be reached.");
        }
        catch (OperationCanceledException)
        {
            return new NoticeFailed("The application gave no answer in time.");
        }
    }

    private static HttpRequestMessage Signed(LicenceNotice notice, string url, string secret, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new NoticeBody(Type, now, notice), NoticeJson.Default.NoticeBody);
        var id = IdOf(notice);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), content);

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("BillingHeadless/1.0");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        return request;
    }

    private static string IdOf(LicenceNotice notice)
    {
        var facts = JsonSerializer.SerializeToUtf8Bytes(notice, NoticeJson.Default.LicenceNotice);
        return "ntc_" + Convert.ToHexStringLower(SHA256.HashData(facts).AsSpan(0, IdBytes));
    }
}
