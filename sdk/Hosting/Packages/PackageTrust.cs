namespace BillingHeadless.Plugins.Hosting;

/// <summary>Whose packages an operator takes.</summary>
/// <param name="Publishers">The keys of the publishers that are trusted.</param>
/// <param name="AllowUnsigned">Whether a package that nobody has signed is taken as well. A wrong or unknown signature never is.</param>
public sealed record PackageTrust(IReadOnlyList<PublisherKey> Publishers, bool AllowUnsigned)
{
    /// <summary>Nothing but the signature's form is asked for: what an author's own tools go by.</summary>
    public static PackageTrust Anyone { get; } = new([], AllowUnsigned: true) { AllowUnknown = true };

    internal bool AllowUnknown { get; private init; }

    /// <summary>Why the package is not taken; null when it is.</summary>
    internal ManifestProblem? Refusal(PackageSignature? signature) => signature switch
    {
        null when AllowUnsigned => null,
        null => Problem(FailureCodes.Unsigned, "Have the package signed by a publisher whose key this installation trusts, or allow unsigned packages: Billing:AllowUnsignedPlugins in the settings."),
        { Publisher: var publisher } when AllowUnknown || Publishers.Contains(publisher) => null,
        { Publisher: var publisher } => Problem(
            FailureCodes.PublisherUnknown, $"Add the publisher's key {publisher.Text} to Billing:TrustedPublishers in the settings and start anew, if you know whose it is: nobody here trusts {publisher.Id}."),
    };

    private static ManifestProblem Problem(string code, string text) => new(PackageSignature.FileName, "", text) { Code = code };
}
