namespace BillingHeadless.Plugins.Activation.Bitrix24;

/// <summary>
/// Decides one claim. What an application says of its portal is only a claim, for anybody can write such a request; but whoever
/// holds an access token of the portal can have the authorization server say whose token it is.
/// </summary>
internal sealed class Confirmation(PortalClaim claim, IPluginHost host)
{
    public async Task<ConfirmationOutcome> DecideAsync(CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(claim.Authorization))
        {
            return new ConfirmationUnavailable("The application passed no AUTH_ID, so Bitrix24 cannot be asked.");
        }

        // The server's address is a setting and never the request's SERVER_ENDPOINT, which could lead to a liar.
        var server = host.Settings.Text("authorizationServer");
        var reply = await AskAsync(server, "The authorization server", cancel).ConfigureAwait(false);
        return reply.Failure ?? await DecideMemberAsync(reply, cancel).ConfigureAwait(false);
    }

    private async Task<ConfirmationOutcome> DecideMemberAsync(AppInfo info, CancellationToken cancel)
    {
        if (info.MemberId is null)
        {
            return new ConfirmationUnavailable("The authorization server accepted the AUTH_ID but did not name the portal's member_id.");
        }

        // Ids are hexadecimal, and their case is nobody's promise.
        if (!string.Equals(info.MemberId, claim.MemberId, StringComparison.OrdinalIgnoreCase))
        {
            return new PortalRefused("The AUTH_ID belongs to another portal than the one that was claimed.");
        }

        return info.Portal is { } present
            ? new PortalConfirmed(claim.MemberId, present)
            : await AskPortalAsync(cancel).ConfigureAwait(false);
    }

    // The server vouches for the id but names no address: the token shows that the claimed one is of the same portal.
    private async Task<ConfirmationOutcome> AskPortalAsync(CancellationToken cancel)
    {
        var portal = $"{host.Settings.Text("portalProtocol")}://{claim.Portal}";
        var reply = await AskAsync(portal, "The portal", cancel).ConfigureAwait(false);
        return reply.Failure ?? new PortalConfirmed(claim.MemberId, claim.Portal);
    }

    private async Task<AppInfo> AskAsync(string origin, string who, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{origin}/rest/app.info?auth={Uri.EscapeDataString(claim.Authorization!)}");
            request.Headers.UserAgent.ParseAdd("BillingHeadless/1.0");
            using var response = await host.Http.SendAsync(request, cancel).ConfigureAwait(false);
            return AppInfo.Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), who);
        }
        catch (HttpRequestException)
        {
            return AppInfo.Unavailable($"{who} could not be reached.");
        }
        catch (OperationCanceledException)
        {
            return AppInfo.Unavailable($"{who} gave no answer in time.");
        }
    }
}
