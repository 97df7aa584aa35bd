namespace BillingHeadless.Plugins.Hosting;

/// <summary>Permanent codes of why a package or a folder is no usable plugin. The sentences beside them may change, these never do.</summary>
public static class FailureCodes
{
    /// <summary>It is no .zip, or a broken one.</summary>
    public const string Unreadable = "package_unreadable";

    /// <summary>It is, or becomes when it is unpacked, larger than <see cref="HostingLimits"/> allows.</summary>
    public const string TooLarge = "package_too_large";

    /// <summary>A file's name leads out of the folder that it is unpacked to.</summary>
    public const string PathOutside = "package_path_outside";

    /// <summary>A file that the manifest lists, or the manifest itself, is not there.</summary>
    public const string FileMissing = "package_file_missing";

    /// <summary>A file is there that the manifest does not list.</summary>
    public const string FileUnlisted = "package_file_unlisted";

    /// <summary>A file is not the one that the manifest lists.</summary>
    public const string HashWrong = "package_hash_wrong";

    /// <summary>Nobody has signed it, and this installation asks for a signature.</summary>
    public const string Unsigned = "package_unsigned";

    /// <summary>Its signature is not one of its manifest.</summary>
    public const string SignatureWrong = "package_signature_wrong";

    /// <summary>Its publisher's key is not among the trusted ones.</summary>
    public const string PublisherUnknown = "package_publisher_unknown";

    /// <summary>It brings the contract's assembly, or one of the runtime's.</summary>
    public const string AssemblyNotAllowed = "package_assembly_not_allowed";

    /// <summary>The manifest has a mistake.</summary>
    public const string ManifestInvalid = "plugin_manifest_invalid";

    /// <summary>It was made for a contract that this host no longer speaks.</summary>
    public const string ContractTooOld = "plugin_contract_too_old";

    /// <summary>It was made for a contract that this host does not speak yet.</summary>
    public const string ContractTooNew = "plugin_contract_too_new";

    /// <summary>Its code uses what would keep it in memory, or lead around the host.</summary>
    public const string ForbiddenApi = "plugin_api_forbidden";

    /// <summary>Its code cannot be loaded, or has no usable class of the name that the manifest gives.</summary>
    public const string NotLoadable = "plugin_not_loadable";

    /// <summary>It threw while it was made or described itself.</summary>
    public const string Threw = "plugin_threw";

    /// <summary>It was not made, or did not describe itself, in time.</summary>
    public const string TooSlow = "plugin_too_slow";

    /// <summary>It describes itself otherwise than its manifest does, or otherwise each time.</summary>
    public const string DescriptionDiffers = "plugin_description_differs";

    /// <summary>A plugin of this id is loaded, and it is one of another kind.</summary>
    public const string KindDiffers = "plugin_kind_differs";

    /// <summary>Too many versions of it could not be removed from the memory.</summary>
    public const string Pinned = "plugin_pinned";
}
