namespace BillingHeadless.Plugins.Hosting;

/// <summary>Sees every call that a plugin makes to the outside: metrics count them, crash tests stop the process at them.</summary>
public interface IOutgoingCallObserver
{
    /// <summary>The call is allowed, and nothing of it has been sent.</summary>
    void Before(OutgoingCall call);

    /// <summary>The answer has arrived, or will not.</summary>
    void After(OutgoingCall call);
}

/// <summary>A call to the outside. Its query and body are left out: they may hold secrets.</summary>
public sealed record OutgoingCall(string PluginId, string MerchantId, string Method, string Host, string Path);
