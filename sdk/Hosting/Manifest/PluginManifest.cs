namespace BillingHeadless.Plugins.Hosting;

/// <summary>What a plugin says of itself in <c>plugin.json</c>, before any of its code is loaded.</summary>
public sealed record PluginManifest
{
    /// <summary>The file's name in a plugin's folder.</summary>
    public const string FileName = "plugin.json";

    /// <summary>The permanent name, for example <c>bank-transfer</c>: also the name of its folder and of the gateway in the API.</summary>
    public required string Id { get; init; }

    public required SemanticVersion Version { get; init; }

    /// <summary>The oldest and the newest contract that the plugin works with, both included.</summary>
    public required ContractRange Contract { get; init; }

    public required PluginKind Kind { get; init; }

    /// <summary>File name of the assembly that holds <see cref="EntryType"/>.</summary>
    public required string Assembly { get; init; }

    /// <summary>Full name of the class that implements the port of <see cref="Kind"/>.</summary>
    public required string EntryType { get; init; }

    /// <summary>Its name by language code; <c>en</c> is always there.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    public required SettingsSchema Settings { get; init; }

    /// <summary>Where it may call. Empty: nowhere.</summary>
    public required IReadOnlyList<HostRule> Hosts { get; init; }

    /// <summary>Older versions whose open payments this one can carry on; null: none but its own.</summary>
    public VersionRange? CarriesOn { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal by file name; null when the manifest does not list its files.</summary>
    public IReadOnlyDictionary<string, string>? Files { get; init; }

    /// <summary>Whether a payment that was started by the given version may be continued by this one.</summary>
    public bool CanCarryOn(SemanticVersion startedBy) => startedBy == Version || (startedBy.CompareTo(Version) < 0 && CarriesOn?.Contains(startedBy) == true);
}

/// <summary>Which port a plugin implements.</summary>
public enum PluginKind
{
    PaymentGateway,
    DocumentGenerator,
    LicenceActivator,
}

/// <summary>Versions of the contract, both ends included.</summary>
public sealed record ContractRange(ContractVersion Minimum, ContractVersion Maximum)
{
    /// <summary>What this host offers: a newer minor version only adds, so a plugin for an older one goes on working.</summary>
    public static ContractRange Offered { get; } = new(ContractVersion.Oldest, ContractVersion.Current);

    /// <summary>Whether there is a version that lies in both ranges.</summary>
    public bool Overlaps(ContractRange other) => Minimum.CompareTo(other.Maximum) <= 0 && other.Minimum.CompareTo(Maximum) <= 0;
}

/// <summary>A mistake in a plugin's files.</summary>
/// <param name="File">The file, for example <c>plugin.json</c>.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the place, empty for the file as a whole.</param>
/// <param name="Text">What to mend, as one English sentence.</param>
public sealed record ManifestProblem(string File, string Pointer, string Text)
{
    /// <summary>One of <see cref="FailureCodes"/>.</summary>
    public string Code { get; init; } = FailureCodes.ManifestInvalid;

    /// <summary>Place and sentence in one line.</summary>
    public override string ToString() => Pointer.Length == 0 ? $"{File}: {Text}" : $"{File}#{Pointer}: {Text}";
}

/// <summary>What came of reading a manifest: the manifest, or every problem that was found.</summary>
public sealed record ManifestReading(PluginManifest? Manifest, IReadOnlyList<ManifestProblem> Problems);
