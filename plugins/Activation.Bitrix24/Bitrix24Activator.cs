namespace BillingHeadless.Plugins.Activation.Bitrix24;

/// <summary>
/// Licences of applications for Bitrix24. Who a portal is, its authorization server says; what became of a licence, the
/// vendor's own application is told, since a portal itself has nobody who listens.
/// </summary>
public sealed class Bitrix24Activator : ILicenceActivator
{
    public ActivatorCard Describe() => new(
        new Dictionary<string, string> { ["uk"] = "Бітрікс24", ["en"] = "Bitrix24", ["ru"] = "Битрикс24", ["kk"] = "Битрикс24" },
        ConfirmsMembers: true);

    public async ValueTask<ConfirmationOutcome> ConfirmAsync(PortalClaim claim, IPluginHost host, CancellationToken cancel) =>
        await new Confirmation(claim, host).DecideAsync(cancel).ConfigureAwait(false);

    public ValueTask<NoticeOutcome> NotifyAsync(LicenceNotice notice, IPluginHost host, CancellationToken cancel) =>
        Notices.SendAsync(notice, host, cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
