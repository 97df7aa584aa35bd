using System.Globalization;

namespace BillingHeadless.Plugins;

/// <summary>
/// A version of the plugin contract. Minor grows with every addition that old plugins do not notice; major grows when an
/// old plugin can no longer work.
/// </summary>
/// <param name="Major">Grows when an old plugin can no longer work.</param>
/// <param name="Minor">Grows with every addition that old plugins do not notice.</param>
public readonly record struct ContractVersion(int Major, int Minor) : IComparable<ContractVersion>
{
    /// <summary>The version of the contract in this assembly.</summary>
    public static ContractVersion Current { get; } = new(1, 0);

    /// <summary>The oldest version whose plugins still work with this assembly.</summary>
    public static ContractVersion Oldest { get; } = new(1, 0);

    /// <summary>Reads two whole numbers with a dot between them, for example <c>1.0</c>. False when the text is anything else.</summary>
    public static bool TryParse(string? text, out ContractVersion version)
    {
        version = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length != 2 || !TryNumber(parts[0], out var major) || !TryNumber(parts[1], out var minor))
        {
            return false;
        }

        version = new ContractVersion(major, minor);
        return true;
    }

    /// <summary>Below zero when this version is the older one, above zero when it is the newer one.</summary>
    public int CompareTo(ContractVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Two whole numbers with a dot between them, as <see cref="TryParse"/> reads them.</summary>
    public override string ToString() => $"{Major}.{Minor}";

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
